import { m } from '$lib/i18n/paraglide/messages';

/** The six places of the evaluation, in the order of the top bar. */
export const PLACES = [
	{ path: '/', name: () => m.app_evaluation() },
	{ path: '/satisfaction', name: () => m.app_satisfaction() },
	{ path: '/comparison', name: () => m.app_comparison() },
	{ path: '/achievements', name: () => m.app_achievements() },
	{ path: '/growth', name: () => m.app_growth() },
	{ path: '/participation', name: () => m.app_participation() }
] as const;
