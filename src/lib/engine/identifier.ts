export { quoteIdentifier } from '$lib/model/sql';
