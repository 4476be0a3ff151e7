using Interlock.Core.Contract;

namespace Interlock.Cli.Verbs.Demo;

/// <summary>What was learned from the demonstrations, ready to guard.</summary>
internal sealed record DemoSafety
{
    public required SafetyContract Contract { get; init; }

    /// <summary>Makes a fresh guard for one episode.</summary>
    public required Func<IDemoGuard> NewGuard { get; init; }

    /// <summary>Claims and what was achieved on held-out episodes, one sentence each.</summary>
    public required IReadOnlyList<string> Claims { get; init; }

    public required Action<TextWriter> WriteContract { get; init; }

    public required Action<TextWriter> WriteCalibration { get; init; }
}
