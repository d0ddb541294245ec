import * as z from 'zod';
import { exportedFile } from './printed-base';
import { LOCALES, trilingual } from './text';

/** Version of the project format that this program writes. */
export const FORMAT_VERSION = 1;

/** Identifiers become parts of table and column names, so they are kept plain. */
export const id = z.string().regex(/^[a-z][a-z0-9_-]{0,62}$/, 'identifiers are a-z, 0-9, _ and -');
const isoDate = z.iso.date();

export const EVENT_LEVELS = ['school', 'city', 'region', 'republic', 'international'] as const;
export type EventLevel = (typeof EVENT_LEVELS)[number];

export const RATERS = ['self', 'mentor', 'administration'] as const;
export type Rater = (typeof RATERS)[number];

export const AUDIENCES = ['teacher', 'pupil', 'parent', 'mentee'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** True where Olshem made it for a file that nobody confirmed yet: it goes when the last file that needs it goes. */
const proposed = z.boolean().optional();

/** A measurement occasion. `from`..`to` are inclusive dates; a response belongs to the wave whose range holds its date. */
export const wave = z.object({
	id,
	stage: z.string(),
	schoolYear: z.string().regex(/^\d{4}-\d{4}$/),
	from: isoDate,
	to: isoDate,
	label: trilingual,
	baseline: z.boolean().default(false),
	proposed
});
export type Wave = z.infer<typeof wave>;

/** An answer scale; levels ascend by value, `labels` holds every wording in every language. */
export const scale = z.object({
	id,
	levels: z.array(z.object({ value: z.number(), labels: z.array(z.string()) })).min(2),
	favourable: z.array(z.number()).optional(),
	unfavourable: z.array(z.number()).optional(),
	dontKnow: z.array(z.string()).default([]),
	/** True where Olshem proposed the scale and nobody confirmed it: no verdict rests on it. */
	provisional: z.boolean().default(false),
	proposed
});
export type Scale = z.infer<typeof scale>;

export const itemVersion = z.object({
	waves: z.array(id),
	text: trilingual,
	scale: id.nullable(),
	reversed: z.boolean().default(false),
	change: z.enum(['reworded', 'rescaled', 'new']).optional()
});

export const item = z.object({
	id,
	block: z.string().nullable().default(null),
	module: z.number().int().min(1).nullable().default(null),
	required: z.boolean().default(true),
	kind: z.enum(['scale', 'multi', 'text']).default('scale'),
	/** Options of a multi-select item, in order. */
	options: z.array(z.string()).optional(),
	versions: z.array(itemVersion).min(1)
});
export type Item = z.infer<typeof item>;

export const instrument = z.object({
	id,
	kind: z.enum(['survey', 'rating']),
	audience: z.enum(AUDIENCES),
	title: trilingual,
	anonymous: z.boolean().default(true),
	blocks: z.array(z.object({ id: z.string(), title: trilingual })).default([]),
	/** Method by which У and its levels are reported, `id@version`. */
	method: z.string().optional(),
	items: z.array(item),
	proposed
});
export type Instrument = z.infer<typeof instrument>;

/** A named, versioned definition of a satisfaction level: anchors of its scale and ordered bands that cover it once. */
export const method = z.object({
	id,
	version: z.number().int().min(1),
	title: trilingual,
	source: z.string().default(''),
	low: z.number(),
	high: z.number(),
	/** Cut-points in ascending order; a value equal to a cut belongs to the upper band when `closed` is 'left'. */
	cuts: z.array(z.number()),
	bands: z.array(z.object({ id: z.string(), title: trilingual })),
	closed: z.enum(['left', 'right']).default('left')
});
export type Method = z.infer<typeof method>;

export const population = z.object({
	audience: z.enum(AUDIENCES),
	wave: id,
	group: z.string().nullable().default(null),
	n: z.number().int().min(0)
});
export type Population = z.infer<typeof population>;

/** A stated value: published figure, baseline, target or benchmark. `period` is a wave id or a school year. */
export const indicator = z.object({
	indicator: z.string(),
	title: trilingual.optional(),
	measure: z.string(),
	audience: z.enum(AUDIENCES).nullable().default(null),
	instrument: z.string().nullable().default(null),
	itemOrBlock: z.string().nullable().default(null),
	/** `kind=value` of a group, or null for the whole. */
	group: z.string().nullable().default(null),
	period: z.string(),
	kind: z.enum(['published', 'baseline', 'target', 'benchmark']),
	value: z.number(),
	/** The upper end of a target `range`, of which `value` is the lower one. */
	valueTo: z.number().optional(),
	unit: z.string().default(''),
	n: z.number().int().nullable().default(null),
	direction: z.enum(['up', 'down', 'hold', 'range']).default('up'),
	source: z.string().default(''),
	setOn: isoDate.nullable().default(null)
});
export type Indicator = z.infer<typeof indicator>;

/** The six expected results of the programme that are known by their id (domain.md). */
export const EXPECTED_RESULTS = [
	'confidence',
	'joint_research',
	'joint_development',
	'school_ties',
	'exchange',
	'qualification'
] as const;

/** An expected result of the programme (domain.md), tied to the indicators it is judged by. */
export const expectedResult = z.object({
	id,
	/** Absent for the six results the program knows by their id. */
	title: trilingual.optional(),
	indicators: z.array(z.string()).default([])
});
export type ExpectedResult = z.infer<typeof expectedResult>;

export const activity = z.object({
	stage: z.string(),
	activity: z.string(),
	month: z.string().regex(/^\d{4}-\d{2}$/),
	responsible: z.string().default(''),
	expected: z.string().default(''),
	status: z.enum(['planned', 'done', 'cancelled']).default('planned'),
	heldOn: isoDate.nullable().default(null)
});
export type Activity = z.infer<typeof activity>;

export const COLUMN_ROLES = [
	'timestamp',
	'date',
	'respondent',
	'person',
	'rater',
	'rater-kind',
	'wave',
	'group',
	'item',
	'text',
	'multi',
	'event',
	'kind',
	'level',
	'module',
	'hours',
	'role',
	'result',
	'mark',
	'value',
	'n',
	'criterion',
	'field',
	'ignore',
	'personal'
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export const column = z.object({
	index: z.number().int().min(0),
	role: z.enum(COLUMN_ROLES),
	/** The item of an `item`, `text` or `multi` column. */
	item: z.string().optional(),
	/** The option of a `multi` column where the exporter writes one column per option. */
	option: z.string().optional(),
	/** The group kind of a `group` column: department, class, subject … */
	group: z.string().optional(),
	/** The code name of a `field` column (files with stated columns, model.md). */
	field: z.string().optional(),
	/** The date (ISO) or event of a `mark` column of a register. */
	date: z.string().optional(),
	event: z.string().optional()
});
export type Column = z.infer<typeof column>;

export const SOURCE_KINDS = [
	'survey',
	'rating',
	'attendance',
	'register',
	'indicators',
	'roster',
	'achievements',
	'plan',
	'populations'
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const PERSONAL_KINDS = ['email', 'phone', 'iin', 'name', 'ip'] as const;
/** What a column of personal data holds. */
export type PersonalKind = (typeof PERSONAL_KINDS)[number];

/**
 * A source is a copy whose personal columns were emptied, or replaced by salted codes, before it was stored. The hash
 * and size of the source are those of the copy; `original` is the SHA-256 of the file as it was given.
 */
const redaction = z.object({
	original: z.string(),
	columns: z.array(
		z.object({
			index: z.number().int().min(0),
			name: z.string(),
			kind: z.enum(PERSONAL_KINDS),
			how: z.enum(['dropped', 'coded'])
		})
	),
	/** Set where other sheets of the workbook hold personal data: the sheet that the copy alone holds, and the names of those. */
	workbook: z.object({ sheet: z.string(), personal: z.array(z.string()) }).optional()
});
export type Redaction = z.infer<typeof redaction>;

/** One file of the project and how it is read. `confirmed` once the user said yes to the proposal. */
export const source = z.object({
	sha256: z.string(),
	name: z.string(),
	bytes: z.number().int(),
	/** Absent where the file is stored as it was given. */
	redacted: redaction.optional(),
	/** Name of the archive it was taken out of. */
	archive: z.string().optional(),
	kind: z.enum(SOURCE_KINDS).nullable(),
	instrument: z.string().nullable().default(null),
	language: z.enum(LOCALES).nullable().default(null),
	/** A wave id, the column whose dates decide row by row, or null where the file has no wave. */
	wave: z
		.union([id, z.object({ column: z.number().int() })])
		.nullable()
		.default(null),
	rater: z.enum(RATERS).nullable().default(null),
	reading: z
		.object({
			encoding: z.string().optional(),
			sheet: z.string().optional(),
			delimiter: z.string().optional(),
			quote: z.string().optional(),
			hasHeader: z.boolean().optional(),
			roles: z.record(z.string(), z.string()).optional(),
			undo: z.array(z.string()).optional(),
			plain: z.boolean().optional(),
			repair: z.array(z.string()).optional()
		})
		.default({}),
	columns: z.array(column).default([]),
	/** sha256 of the file whose rows, fixed by hand, this one holds; its mapping is that file's. */
	corrects: z.string().optional(),
	answers: z
		.object({
			duplicates: z.enum(['last', 'first', 'both']).default('last'),
			dayFirst: z.boolean().nullable().default(null),
			/** Meaning of register marks: present, absent, excused, ill, late by folded mark. */
			marks: z.record(z.string(), z.string()).optional()
		})
		.default({ duplicates: 'last', dayFirst: null }),
	confirmed: z.boolean().default(false)
});
export type Source = z.infer<typeof source>;

export const QUESTION_CODES = [
	'reading',
	'sheet',
	'kind',
	'instrument',
	'same_instrument',
	'scale',
	'scale_direction',
	'item_changed',
	'wave',
	'day_first',
	'people',
	'group_spelling',
	'mark_language',
	'duplicates',
	'personal',
	'rater',
	'reversed',
	'year_waves',
	'options'
] as const;

/** A question still open when the project was saved; the same shape as `Question` in proposal.ts. */
const openQuestion = z.object({
	id: z.string(),
	source: z.string().nullable(),
	code: z.enum(QUESTION_CODES),
	params: z.record(z.string(), z.union([z.string(), z.number()])),
	options: z.array(z.object({ value: z.string(), label: z.string() })),
	assumed: z.string().nullable()
});

/** project.json (model.md). Everything a school may have otherwise is here as data. */
export const project = z.object({
	olshem: z.literal(FORMAT_VERSION),
	name: trilingual,
	language: z.enum(LOCALES).default('kk'),
	synthetic: z.boolean().default(false),
	waves: z.array(wave).default([]),
	scales: z.array(scale).default([]),
	instruments: z.array(instrument).default([]),
	methods: z.array(method).default([]),
	populations: z.array(population).default([]),
	indicators: z.array(indicator).default([]),
	plan: z.array(activity).default([]),
	/** Absent: the six expected results of the programme with the measures they are tied to by default. */
	expected: z.array(expectedResult).optional(),
	privacy: z
		.object({
			k: z.number().int().min(3).max(20).default(5),
			/** Random key of the codes that stand in place of e-mails and names; made when first needed. */
			salt: z
				.string()
				.regex(/^[0-9a-f]{32}$/)
				.optional()
		})
		.default({ k: 5 }),
	/** Reliability of the ratings typed with its source, used where the school's own data are too few (M4). */
	reliability: z
		.object({ value: z.number().gt(0).lt(1), source: z.string() })
		.nullable()
		.default(null),
	/** Accepted spellings of one value, folded from → shown as, per group kind (departments typed in two ways). */
	aliases: z.array(z.object({ kind: z.string(), from: z.string(), to: z.string() })).default([]),
	/** Decisions about ways of writing a person: the text as written → person code or name, null for "another person". */
	people: z.array(z.object({ from: z.string(), to: z.string().nullable() })).default([]),
	sources: z.array(source).default([]),
	/** Answers to questions about an instrument or a school year, by question id: a later file is not asked again. */
	decided: z.record(z.string(), z.string()).optional(),
	/** Questions about unconfirmed sources that nobody has answered yet. */
	open: z.array(openQuestion).optional(),
	/** Names of files that waited for a word when the project was saved: they are not in it and have to be given again. */
	waiting: z.array(z.string()).optional(),
	/** Files that left the program, in the order they left: what leaves next is checked together with them (M6). */
	exports: z.array(exportedFile).optional()
});
export type Project = z.infer<typeof project>;

/** A project with no files yet. */
export function emptyProject(): Project {
	return project.parse({
		olshem: FORMAT_VERSION,
		name: { kk: 'Жаңа жоба', ru: 'Новый проект', en: 'New project' }
	});
}
