namespace Interlock.Datasets.LeRobot.Channels;

/// <summary>A column of vectors: the action or the state.</summary>
/// <param name="Column">Name of the column.</param>
/// <param name="Names">Channel names, one per element.</param>
internal sealed record Vector(string Column, IReadOnlyList<string> Names)
{
    public int Width => Names.Count;
}
