import { servePapaParse } from './papaparse';

void servePapaParse(true);
