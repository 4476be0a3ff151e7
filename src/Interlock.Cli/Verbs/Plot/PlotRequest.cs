namespace Interlock.Cli.Verbs.Plot;

/// <summary>What the user asked <c>plot</c> for.</summary>
internal sealed record PlotRequest
{
    public required string Path { get; init; }

    /// <summary>Signal keys; empty where a channel is drawn.</summary>
    public required IReadOnlyList<string> Signals { get; init; }

    public string? Channel { get; init; }

    public double? FromS { get; init; }

    public double? ToS { get; init; }

    public int WidthPx { get; init; }

    /// <summary>Height of one panel; null: the figure's own.</summary>
    public int? HeightPx { get; init; }

    public double Scale { get; init; }

    public bool IsDark { get; init; }

    public required string Output { get; init; }

    public bool IsList { get; init; }

    public bool Json { get; init; }
}
