using Interlock.Core.Diagnostics;

namespace Interlock.Policies.Tests.Wire;

internal static class Codes
{
    public static Diagnostic Of(Action action) => Assert.Single(Assert.Throws<DiagnosticException>(action).Diagnostics);

    public static void Expect(string code, Action action) => Assert.Equal(code, Of(action).Code);
}
