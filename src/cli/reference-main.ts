import { CommandError } from './command-error';
import { bytesOf, filesBelow } from './files';
import { formatReference, runReference } from './reference';

/** `npm run -s reference -- DIR`: the kit's cases through the statistics the page uses; exit 0 only if every field holds. */
async function run([folder]: string[]): Promise<number> {
	if (folder === undefined) throw new CommandError('reference needs a DIR with cases of the kit’s form');
	const decoder = new TextDecoder();
	const files = [];
	for (const { path, relative } of await filesBelow(folder)) {
		if (/\.(json|csv)$/i.test(relative))
			files.push({ name: relative, text: decoder.decode(await bytesOf(path)) });
	}
	const report = runReference(files);
	process.stdout.write(formatReference(report) + '\n');
	return report.holds ? 0 : 1;
}

try {
	process.exitCode = await run(process.argv.slice(2));
} catch (error) {
	process.exitCode = 2;
	console.error(`reference: ${error instanceof Error ? error.message : String(error)}`);
}
