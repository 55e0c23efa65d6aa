using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace ChatServer.Actors;

/// <summary>Makes an actor by calling its constructor, through a call site prepared once per constructor.</summary>
internal sealed class ConstructorProducer(ConstructorInfo constructor, object?[] arguments) : IIndirectActorProducer
{
    private static readonly ConcurrentDictionary<ConstructorInfo, ConstructorInvoker> Invokers = new();

    private readonly ConstructorInvoker _invoker = Invokers.GetOrAdd(constructor, ConstructorInvoker.Create);

    public Type ActorType => constructor.DeclaringType!;

    public ActorBase Produce() => (ActorBase)_invoker.Invoke(arguments.AsSpan());

    public static ConstructorInfo Find(Type type, object?[] arguments)
    {
        const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        var suitable = type.GetConstructors(Any).Where(candidate => Accepts(candidate.GetParameters(), arguments)).ToArray();
        return suitable switch
        {
            [var only] => only,
            [] => throw new ArgumentException($"No constructor of {type} takes ({Describe(arguments)})."),
            _ => throw new ArgumentException($"Several constructors of {type} take ({Describe(arguments)}); use () => new(...)."),
        };
    }

    private static bool Accepts(ParameterInfo[] parameters, object?[] arguments) =>
        parameters.Length == arguments.Length
            && parameters.Zip(arguments).All(static pair => Accepts(pair.First.ParameterType, pair.Second));

    private static bool Accepts(Type parameter, object? argument) => argument is null
        ? !parameter.IsValueType || Nullable.GetUnderlyingType(parameter) is not null
        : parameter.IsInstanceOfType(argument);

    private static string Describe(object?[] arguments) =>
        string.Join(", ", arguments.Select(static argument => argument?.GetType().Name ?? "null"));
}

/// <summary>Evaluates the arguments of a constructor call given as an expression.</summary>
internal static class ArgumentEvaluation
{
    public static object?[] Evaluate(IReadOnlyList<Expression> arguments)
    {
        if (arguments.Count == 0) return [];
        var values = new object?[arguments.Count];
        for (var i = 0; i < values.Length; i++) values[i] = Evaluate(arguments[i]);
        return values;
    }

    // Nearly all arguments are constants and captured variables, and compiling an expression costs a thousand times as much as reading
    // them.
    private static object? Evaluate(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field } access => field.GetValue(Target(access)),
        MemberExpression { Member: PropertyInfo property } access => property.GetValue(Target(access)),
        UnaryExpression
        {
            NodeType: ExpressionType.Convert,
            Method: null
        } convert when convert.Type.IsAssignableFrom(convert.Operand.Type) =>
            Evaluate(convert.Operand),
        _ => Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)(),
    };

    private static object? Target(MemberExpression access) => access.Expression is null ? null : Evaluate(access.Expression);
}
