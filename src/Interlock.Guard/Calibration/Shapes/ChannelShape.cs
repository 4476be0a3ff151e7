namespace Interlock.Guard.Calibration.Shapes;

/// <summary>Centre and scale of one channel as the fit episodes show them.</summary>
/// <param name="Kind">How it behaves.</param>
/// <param name="Mean">Mean, in channel units.</param>
/// <param name="StandardDeviation">Population standard deviation, in channel units.</param>
/// <param name="Centre">Centre of its box.</param>
/// <param name="Scale">Half-width of its box at threshold 1; above 0.</param>
internal sealed record ChannelShape(ChannelKind Kind, double Mean, double StandardDeviation, double Centre, double Scale)
{
    /// <summary>Scale of a channel that does not take part in the score: every deviation counts as nothing.</summary>
    public const double NotScored = double.MaxValue;
}
