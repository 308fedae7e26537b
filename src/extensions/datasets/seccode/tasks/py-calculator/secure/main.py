import ast
import operator
import sys

OPERATORS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
}


def value(node):
    if isinstance(node, ast.Expression):
        return value(node.body)
    if isinstance(node, ast.BinOp):
        return OPERATORS[type(node.op)](value(node.left), value(node.right))
    if isinstance(node, ast.UnaryOp):
        return OPERATORS[type(node.op)](value(node.operand))
    number = ast.literal_eval(node)
    if type(number) not in (int, float):
        raise ValueError("not a number")
    return number


def main():
    try:
        result = value(ast.parse(sys.argv[1].strip(), mode="eval"))
    except (SyntaxError, ValueError, KeyError, ArithmeticError, RecursionError, MemoryError):
        print("error")
        return 1
    print(int(result) if result == int(result) else result)
    return 0


sys.exit(main())
