/** Words that say lower numbers are better: places, ranks, «1 – ең жақсы». */
const BEST_FIRST =
	/(?<!\p{L})(?:орын|орны|место|ранг|рейтингтегі орын|rank|place)(?!\p{L})|1\s*(?:[-\u2010-\u2015=:]|–)?\s*\(?(?:ең жақсы|ең жоғары|ең маңызды|өте жақсы|лучш\S*|отлично|самый важный|самое важное|best|highest|most important)/iu;

/** True where a header or title says that 1 is the best (places and ranks). */
export function namesBestFirst(text: string): boolean {
	return BEST_FIRST.test(text);
}
