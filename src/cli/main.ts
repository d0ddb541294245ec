import { parseArgs } from 'node:util';
import { LOCALES, type Locale } from '$lib/model/text';
import { evaluateFolder } from './evaluate';
import { writeFigures } from './write-figures';
import { readPaths } from './read';
import { CommandError } from './command-error';

const USAGE = `olshem read [--out DIR] PATH…
    the reading of each file as JSON; with --out one file each, else one JSON per line
olshem evaluate FOLDER [--lang kk|ru|en] [--json]
    the evaluation as text or JSON; exit 3 where questions are open
olshem figures FOLDER --out DIR [--lang kk|ru|en]
    every figure as SVG and CSV`;

function localeOf(text: string | undefined): Locale | undefined {
	if (text === undefined) return undefined;
	const found = LOCALES.find((locale) => locale === text);
	if (!found) throw new CommandError(`--lang is one of ${LOCALES.join(', ')}, not "${text}"`);
	return found;
}

function one(paths: string[]): string {
	const [path, ...rest] = paths;
	if (path === undefined || rest.length > 0)
		throw new CommandError(`exactly one FOLDER is needed\n\n${USAGE}`);
	return path;
}

/** Runs one command; the value is the exit code. Results go to stdout, everything else to stderr. */
async function run(argv: string[]): Promise<number> {
	const { values, positionals } = parse(argv);
	const [command, ...paths] = positionals;
	if (values.help || command === undefined) {
		console.log(USAGE);
		return values.help ? 0 : 2;
	}
	if (command === 'read') return readPaths(paths, values.out);
	if (command === 'evaluate') return evaluateFolder(one(paths), localeOf(values.lang), values.json ?? false);
	if (command === 'figures') {
		if (!values.out) throw new CommandError(`figures needs --out DIR\n\n${USAGE}`);
		return writeFigures(one(paths), values.out, localeOf(values.lang));
	}
	throw new CommandError(`there is no command "${command}"\n\n${USAGE}`);
}

function parse(argv: string[]) {
	try {
		return parseArgs({
			args: argv,
			allowPositionals: true,
			options: {
				out: { type: 'string' },
				lang: { type: 'string' },
				json: { type: 'boolean' },
				help: { type: 'boolean', short: 'h' }
			}
		});
	} catch (error) {
		throw new CommandError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
	}
}

try {
	process.exitCode = await run(process.argv.slice(2));
} catch (error) {
	if (!(error instanceof CommandError)) process.exitCode = 1;
	else process.exitCode = 2;
	console.error(`olshem: ${error instanceof Error ? error.message : String(error)}`);
}
