// Serves the built site: node scripts/serve.mjs [--port N] [--open]
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sirv from 'sirv';

const { values } = parseArgs({ options: { port: { type: 'string' }, open: { type: 'boolean' } } });
const files = sirv(fileURLToPath(new URL('../build', import.meta.url)), {
	single: '200.html',
	etag: true,
	brotli: true,
	setHeaders(response, path) {
		if (path.includes('/_app/immutable/'))
			response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
		else response.setHeader('Cache-Control', 'no-cache');
		response.setHeader('X-Content-Type-Options', 'nosniff');
		response.setHeader('Referrer-Policy', 'no-referrer');
	}
});

function listen(port) {
	const server = createServer((request, response) => files(request, response));
	server.once('error', (error) => {
		if (error.code === 'EADDRINUSE' && !values.port) listen(port + 1);
		else throw error;
	});
	server.listen(port, '127.0.0.1', () => {
		const address = `http://localhost:${port}/`;
		console.log(`Olshem: ${address}`);
		if (values.open) open(address);
	});
}

function open(address) {
	const [command, args] =
		process.platform === 'darwin'
			? ['open', [address]]
			: process.platform === 'win32'
				? ['cmd', ['/c', 'start', '', address]]
				: ['xdg-open', [address]];
	spawn(command, args, { stdio: 'ignore', detached: true })
		.on('error', () => undefined)
		.unref();
}

listen(Number(values.port ?? 4173));
