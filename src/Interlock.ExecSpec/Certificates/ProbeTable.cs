namespace Interlock.ExecSpec.Certificates;

/// <summary>Values with the commands that the certified decode path makes of them.</summary>
/// <param name="Rows">The values.</param>
/// <param name="AbsTol">Largest absolute difference that counts as equal.</param>
/// <param name="RelTol">Largest difference relative to the command that counts as equal.</param>
public sealed record ProbeTable(IReadOnlyList<ProbeRow> Rows, double AbsTol, double RelTol)
{
    /// <summary>Most rows.</summary>
    public const int MostRows = 4096;

    /// <summary>Absolute and relative tolerance of a new table (specification note, section 8.3).</summary>
    public const double DefaultTolerance = 1e-6;

    /// <summary>Largest tolerance of a table that is believed: beyond it a deviation is refused as drift (section 9), so nothing would be probed.</summary>
    internal const double LargestTolerance = 5e-3;

    /// <summary>Whether a command is the certified one.</summary>
    public bool Agrees(double certified, double observed) => Math.Abs(certified - observed) <= AbsTol + (RelTol * Math.Abs(certified));
}
