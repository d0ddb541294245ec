// npm start: installs what is missing, builds, serves, and prints the address.
import { buildSite, installPackages, requireNode, root } from './prepare.mjs';
import { spawn } from 'node:child_process';

requireNode();
installPackages();
buildSite();
const open = process.stdout.isTTY && !process.env.CI ? ['--open'] : [];
const server = spawn(process.execPath, ['scripts/serve.mjs', ...open, ...process.argv.slice(2)], {
	cwd: root,
	stdio: 'inherit'
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
