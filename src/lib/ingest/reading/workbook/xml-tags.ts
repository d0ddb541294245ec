/** A tag of an XML text: its name with prefix, whether it closes an element, and its attributes as they are written. */
interface XmlTag {
	name: string;
	closes: boolean;
	attributes: string;
}

/** Attributes of a tag as a regular expression. */
export const ATTRIBUTES = `(?:\\s+[\\w:.-]+\\s*=\\s*(?:"[^"]*"|'[^']*'))*\\s*`;

const TAG = new RegExp(`<(/?)([A-Za-z_][\\w:.-]*)(${ATTRIBUTES})/?>`, 'g');
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITY = /&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
		if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
		const code = hex !== undefined ? parseInt(hex, 16) : Number(decimal);
		return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
	});
}

/** The attributes of a tag by name with prefix. */
export function attributesOf(text: string): Record<string, string> {
	const attributes: [string, string][] = [];
	for (const [, name = '', double, single] of text.matchAll(ATTRIBUTE))
		attributes.push([name, decoded(double ?? single ?? '')]);
	return Object.fromEntries(attributes);
}

/** The tags of an XML text in order; what is no well-formed tag is passed over. */
export function* xmlTags(xml: string): Generator<XmlTag> {
	for (const match of xml.matchAll(TAG)) {
		const [, slash, name = '', attributes = ''] = match;
		yield { name, closes: slash === '/', attributes };
	}
}
