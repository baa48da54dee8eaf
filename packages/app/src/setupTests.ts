import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Machines that build and test at once are slow; what does not come in this time does not come.
configure({ asyncUtilTimeout: 5000 });
jest.setTimeout(30_000);
