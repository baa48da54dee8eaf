export { errorOf, problemError, problemOf, reasonOf } from './problemError';
