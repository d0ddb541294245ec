const lib = (...names) => `^src/lib/(${names.join('|')})/`;
const WHERE = 'See docs/ARCHITECTURE.md, "The layout".';

/** Folder → folders it may import from (besides itself, model and i18n). */
const MAY = {
	model: [],
	i18n: ['model'],
	ingest: ['model', 'i18n'],
	engine: ['model', 'i18n'],
	measures: ['model', 'i18n'],
	figures: ['model', 'i18n'],
	project: ['model', 'i18n'],
	pipeline: ['model', 'i18n', 'ingest', 'engine', 'measures', 'figures', 'project'],
	export: ['model', 'i18n', 'ingest', 'engine', 'measures', 'figures', 'project', 'pipeline'],
	ui: ['i18n', 'model', 'figures'],
	state: ['model', 'i18n', 'ingest', 'engine', 'measures', 'figures', 'project', 'pipeline', 'export']
};

module.exports = {
	forbidden: [
		{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
		...Object.entries(MAY).map(([folder, may]) => ({
			name: `${folder}-imports`,
			comment: `${folder}/ may import only ${[folder, ...may].join(', ')}. ${WHERE}`,
			severity: 'error',
			from: { path: lib(folder), pathNot: '\\.test\\.ts$' },
			to: { path: '^src/(lib|routes|cli)/', pathNot: lib(folder, ...may) }
		})),
		{
			name: 'only-ingest-knows-papaparse',
			severity: 'error',
			comment: `PapaParse belongs behind ingest/. ${WHERE}`,
			from: { path: '^src/', pathNot: [lib('ingest'), '\\.test\\.ts$'] },
			to: { path: 'node_modules/papaparse' }
		},
		{
			name: 'only-ingest-and-export-know-hucre',
			severity: 'error',
			comment: `hucre (workbooks) belongs behind ingest/ and export/. ${WHERE}`,
			from: { path: '^src/', pathNot: [lib('ingest', 'export'), '\\.test\\.ts$'] },
			to: { path: 'node_modules/hucre' }
		},
		{
			name: 'only-engine-knows-duckdb',
			severity: 'error',
			comment: `DuckDB and Arrow belong behind engine/. ${WHERE}`,
			from: { path: '^src/', pathNot: [lib('engine'), '\\.test\\.ts$'] },
			to: { path: 'node_modules/(@duckdb|apache-arrow)' }
		},
		{
			name: 'only-figures-know-plot',
			severity: 'error',
			comment: `Plot belongs in figures/, ui/Chart.svelte and the drawing in export/. ${WHERE}`,
			from: {
				path: '^src/',
				pathNot: [lib('figures'), '^src/lib/ui/Chart\\.svelte$', '^src/lib/export/', '\\.test\\.ts$']
			},
			to: { path: 'node_modules/@observablehq/plot' }
		},
		{
			name: 'cli-stands-beside-the-page',
			severity: 'error',
			comment: `cli/ uses pipeline/ and below, never state, routes or ui. ${WHERE}`,
			from: { path: '^src/cli/' },
			to: { path: '^src/(routes|lib/(state|ui))' }
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: 'src/lib/i18n/paraglide' },
		tsConfig: { fileName: 'tsconfig.json' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: { extensions: ['.ts', '.js', '.svelte', '.json'] }
	}
};
