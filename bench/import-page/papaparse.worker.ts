import { servePapaParse } from './papaparse';

void servePapaParse(false);
