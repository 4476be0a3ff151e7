namespace Interlock.Policies.Confidence;

/// <summary>How the states of demonstrations are condensed.</summary>
public sealed record StateReferenceOptions
{
    /// <summary>Most points that may be kept; 1 MiB of 16 channels.</summary>
    public const int MostPoints = 8192;

    /// <summary>Most neighbours that may be asked for.</summary>
    public const int MostNeighbours = 32;

    /// <summary>States that are kept for the search of neighbours, 1 to <see cref="MostPoints"/>: drawn uniformly from all steps.</summary>
    public int Points { get; init; } = 1024;

    /// <summary>Nearest points whose distances are averaged, k, 1 to <see cref="MostNeighbours"/>.</summary>
    public int Neighbours { get; init; } = 5;

    /// <summary>Seed of the draw.</summary>
    public ulong Seed { get; init; }
}
