import type { ModelParameters } from './word-model.ts';

/**
 * Fitted to news-98k, so that its figures and those of the generator agree within a tenth (`npm run bench -- search
 * --check-generator`): first the repetition within articles, then the frequencies by the number of articles that the word of
 * each rank stands in, then the pairs.
 */
export const modelParameters: ModelParameters = {
  frequencies: [
    [1, 0.05],
    [2, 0.05919],
    [3, 0.17],
    [4, 0.08561],
    [6, 0.05222],
    [9, 0.03324],
    [14, 0.01855],
    [20, 0.01272],
    [33, 0.007696],
    [50, 0.00533],
    [75, 0.00388],
    [110, 0.002954],
    [160, 0.002388],
    [240, 0.001656],
    [418, 0.001023],
    [700, 0.0006676],
    [1200, 0.0003984],
    [2000, 0.0002197],
    [3844, 9.507e-5],
    [6000, 4.667e-5],
    [9000, 2.235e-5],
    [14140, 9.149e-6],
    [22000, 3.754e-6],
    [32000, 1.593e-6],
    [44822, 6.678e-7],
    [65536, 3.027e-7],
  ],
  tail: 1.378,
  repeat: [0.335, 0.71],
  topical: 0.4229,
  goOn: 0.55,
  follow: [
    [8.5, 0.335],
    [275.0, 0.235],
    [392.0, 0.225],
  ],
  growth: 0.9586,
  stock: [0.95, 10000],
};
