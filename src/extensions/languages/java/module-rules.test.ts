import { describe, expect, it } from 'vitest';
import { moduleRules } from './module-rules.ts';

describe("Java's modules", () => {
  it('lie in folders named like their packages, below any folder around the importing file', () => {
    expect(moduleRules.candidates('org.shop.Order', 'src/main/java/org/web/Page.java')).toEqual([
      'src/main/java/org/web/org/shop/Order.java',
      'src/main/java/org/org/shop/Order.java',
      'src/main/java/org/shop/Order.java',
      'src/main/org/shop/Order.java',
      'src/org/shop/Order.java',
      'org/shop/Order.java',
    ]);
  });

  it('are not looked for when they belong to the platform', () => {
    expect(moduleRules.candidates('java.util.List', 'A.java')).toEqual([]);
  });
});

it('gives its types of the top level to the package', () => {
  const text = `package org.shop;
// class Commented
public final class Order {
  static class Line { }
}
interface Priced { }
record Total(int cents) { }
`;
  expect(moduleRules.shared?.({ path: 'Order.java', text })).toEqual(['Order', 'Priced', 'Total']);
});
