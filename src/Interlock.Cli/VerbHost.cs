using System.Text;

namespace Interlock.Cli;

/// <summary>What a verb may touch of the world: its streams, the clock, the terminal, the working folder.</summary>
internal sealed record VerbHost
{
    private const int WidthWithoutTerminal = 80;
    private const int NarrowestWidth = 40;

    /// <summary>A step with every monitor is about 2 kB; a line goes out in one piece, so that an interrupt leaves whole lines.</summary>
    private const int LineBufferChars = 1 << 16;

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>True when standard output is a terminal that redraws lines.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Where what can be computed again is kept for this account alone; null for nowhere.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Width of the terminal in characters; 80 where there is none.</summary>
    public int Width { get; init; } = WidthWithoutTerminal;

    public static VerbHost OfProcess() => new()
    {
        Out = Console.IsOutputRedirected ? WholeLines() : Console.Out,
        Error = Console.Error,
        Clock = TimeProvider.System,
        CacheFolder = CacheFolderOf(Environment.GetEnvironmentVariable("XDG_CACHE_HOME")),
        IsTerminal = !Console.IsOutputRedirected && !Console.IsErrorRedirected,
        Width = Console.IsOutputRedirected ? WidthWithoutTerminal : Math.Max(NarrowestWidth, Console.WindowWidth),
    };

    private static string? CacheFolderOf(string? configured)
    {
        string local = OperatingSystem.IsWindows()
            ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string? caches = Path.IsPathFullyQualified(configured ?? "") ? configured
            : local.Length == 0 ? null
            : OperatingSystem.IsWindows() ? local : Path.Combine(local, ".cache");
        return caches is null ? null : Path.Combine(caches, "interlock");
    }

    private static StreamWriter WholeLines() =>
        new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), LineBufferChars) { AutoFlush = true };
}
