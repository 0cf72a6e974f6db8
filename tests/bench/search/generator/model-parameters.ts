import type { ModelParameters } from './word-model.ts';

/**
 * Fitted to news-98k, so that its figures and those of the generator agree within a tenth (`npm run bench -- search
 * --check-generator`): first the repetition within articles, then the frequencies by the number of articles that the word of
 * each rank stands in, then the pairs.
 */
export const modelParameters: ModelParameters = {
  frequencies: [
    [1, 0.05],
    [2, 0.04594],
    [3, 0.06037],
    [4, 0.0426],
    [6, 0.03275],
    [9, 0.02027],
    [14, 0.01192],
    [20, 0.00782],
    [33, 0.004795],
    [50, 0.003213],
    [75, 0.002343],
    [110, 0.001789],
    [160, 0.001474],
    [240, 0.001005],
    [418, 0.0006151],
    [700, 0.0004015],
    [1200, 0.0002377],
    [2000, 0.0001304],
    [3844, 5.687e-5],
    [6000, 2.758e-5],
    [9000, 1.327e-5],
    [14140, 5.476e-6],
    [22000, 2.255e-6],
    [32000, 1.009e-6],
    [44822, 5.133e-7],
    [65536, 2.381e-7],
  ],
  tail: 1.596,
  repeat: [0.1847, 0.6413],
  topical: 0.4569,
  goOn: 0.5557,
  follow: [
    [9.382, 0.2257],
    [281.3, 0.2559],
    [391.5, 0.3265],
  ],
  growth: 0.97,
  stock: [0, 1],
};
