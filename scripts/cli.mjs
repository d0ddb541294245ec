// Runs a program of the command line, building it first where the sources are newer: node scripts/cli.mjs olshem …
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [program, ...args] = process.argv.slice(2);
const built = join(root, 'dist-cli', `${program}.js`);

function newest(folder) {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile() && !entry.parentPath.includes('paraglide'))
		.reduce((time, entry) => Math.max(time, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}

const sources = Math.max(...['src/cli', 'src/lib', 'messages'].map((folder) => newest(join(root, folder))));
if (!existsSync(built) || statSync(built).mtimeMs < sources) {
	const { build } = await import('vite');
	const from = process.cwd();
	process.chdir(root);
	// Building must not write into the results on stdout.
	const write = process.stdout.write;
	process.stdout.write = process.stderr.write.bind(process.stderr);
	try {
		await build({ configFile: join(root, 'vite.cli.config.ts') });
	} finally {
		process.stdout.write = write;
	}
	process.chdir(from);
}

if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
process.argv = [process.argv[0], built, ...args];
await import(pathToFileURL(built).href);
