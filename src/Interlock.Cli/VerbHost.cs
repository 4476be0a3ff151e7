namespace Interlock.Cli;

/// <summary>What a verb may touch of the world: its streams, the clock, the terminal, the working folder.</summary>
internal sealed record VerbHost
{
    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>True when standard output is a terminal that redraws lines.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Width of the terminal in characters; 80 where there is none.</summary>
    public int Width { get; init; } = 80;

    public static VerbHost OfProcess() => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        Clock = TimeProvider.System,
        IsTerminal = !Console.IsOutputRedirected && !Console.IsErrorRedirected,
        Width = Console.IsOutputRedirected ? 80 : Math.Max(40, Console.WindowWidth),
    };
}
