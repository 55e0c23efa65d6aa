using FsCheck;
using FsCheck.Fluent;

namespace ChatServer.Protocol.Tests;

/// <summary>Checks that something holds for many generated values. A failure prints the value and the seed that repeats it.</summary>
internal static class Property
{
    public static void Holds<T>(Gen<T> values, Action<T> check, int tests = 300) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests), Prop.ForAll(values.ToArbitrary(), check));
}
