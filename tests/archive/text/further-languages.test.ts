import { expect, test } from 'vitest';
import { detectFurther } from '../../../archive/text/further-languages.ts';

test.each([
  [
    'es',
    'El gobierno anunció el miércoles nuevas medidas económicas después de varias semanas de negociaciones.',
  ],
  ['it', 'Il governo ha annunciato mercoledì nuove misure economiche dopo diverse settimane di trattative.'],
  ['hu', 'A kormány szerdán új gazdasági intézkedéseket jelentett be több hetes tárgyalások után.'],
  ['ro', 'Guvernul a anunțat miercuri noi măsuri economice după mai multe săptămâni de negocieri.'],
  ['tr', 'Hükümet çarşamba günü haftalar süren görüşmelerin ardından yeni ekonomik önlemler açıkladı.'],
  ['bg', 'Правителството обяви в сряда нови икономически мерки след няколко седмици на преговори.'],
  ['el', 'Η κυβέρνηση ανακοίνωσε την Τετάρτη νέα οικονομικά μέτρα μετά από εβδομάδες διαπραγματεύσεων.'],
  // Macedonian, which the detector takes for Serbian or Bulgarian.
  [null, 'Владата ја објави во средата новата програма, а пратениците ќе ја разгледуваат следната недела.'],
  // Serbian, Croatian or Bosnian: that is for our own lists.
  [null, 'Vlada je u utorak predstavila program, a poslanici o njemu glasaju krajem meseca u parlamentu.'],
  [null, 'El gobierno anunció'],
  [
    null,
    '1, 2, 3, 4, 5: 28.11.2007; 29.11.2007; 30.11.2007; 1.12.2007; 2.12.2007; 3.12.2007; 4.12.2007; 5.12.2007',
  ],
  [null, ''],
])('%s: %s', async (language, text) => {
  expect(await detectFurther(text)).toBe(language);
});
