// npm run bench: the speed of the page, the evaluation and the import in one run in Chromium, as ratios side by side. Nothing here passes or fails.
import { buildSite, installBrowser, installPackages, requireNode } from './prepare.mjs';

requireNode();
installPackages();
installBrowser();
buildSite();
const { benchPage } = await import('../bench/page.mjs');
const { benchEvaluation } = await import('../bench/evaluation.mjs');
const { benchImport } = await import('../bench/import.mjs');
/** `page`, `evaluation` or `import` alone; of the import, the files whose name holds the next word. */
const [only, files] = process.argv.slice(2);
if (!only || only === 'page') await benchPage();
if (!only || only === 'evaluation') await benchEvaluation();
if (!only || only === 'import') await benchImport(files);
