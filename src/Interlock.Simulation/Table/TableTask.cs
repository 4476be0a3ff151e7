namespace Interlock.Simulation.Table;

/// <summary>
/// One of several tasks of the same arm at the same table. They differ in where the cube lies and where it has to go, and so in the
/// statistics of their demonstrations: what the suites of a benchmark are to each other.
/// </summary>
/// <param name="Name">Stable snake_case name; also the key of its statistics.</param>
/// <param name="Cube">Where the cube lies at the start.</param>
/// <param name="Goal">Where it has to go.</param>
public sealed record TableTask(string Name, TableRegion Cube, TableRegion Goal)
{
    private static readonly TableRegion Right = new(0.22, 0.34, -0.05, -0.17);
    private static readonly TableRegion Left = new(0.22, 0.34, 0.05, 0.17);
    private static readonly TableRegion LeftOfCentre = new(0.22, 0.34, 0.03, 0.08);
    private static readonly TableRegion FarRight = new(0.22, 0.34, -0.12, -0.20);
    private static readonly TableRegion Near = new(0.20, 0.24, -0.06, 0.06);
    private static readonly TableRegion Far = new(0.34, 0.38, -0.06, 0.06);

    /// <summary>From the right of the table to its left: the task of the demo.</summary>
    public static TableTask ToLeft { get; } = new("table_left", Right, Left);

    /// <summary>From beside the middle of the table far to its right.</summary>
    public static TableTask ToRight { get; } = new("table_right", LeftOfCentre, FarRight);

    /// <summary>Away from the base.</summary>
    public static TableTask ToFar { get; } = new("table_far", Near, Far);

    /// <summary>Towards the base.</summary>
    public static TableTask ToNear { get; } = new("table_near", Far, Near);

    /// <summary>Every task.</summary>
    public static IReadOnlyList<TableTask> All { get; } = [ToLeft, ToRight, ToFar, ToNear];

    /// <summary>The task of this name; null when there is none.</summary>
    public static TableTask? Find(string name) => All.FirstOrDefault(task => task.Name == name);
}
