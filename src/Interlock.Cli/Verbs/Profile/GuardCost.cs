namespace Interlock.Cli.Verbs.Profile;

/// <summary>What a guard step costs on this machine.</summary>
/// <param name="Channels">Number of channels.</param>
/// <param name="What">What was on: limits alone, or limits with every monitor and alarm.</param>
/// <param name="Steps">Steps that were timed.</param>
/// <param name="MedianNs">Median over batches of the mean time of one step.</param>
/// <param name="P999Ns">99.9th percentile of single steps, the timer's own cost included.</param>
/// <param name="BytesPerStep">Managed memory allocated per step.</param>
/// <param name="SummaryNs">Median time of one summary at the end.</param>
internal sealed record GuardCost(
    int Channels, string What, long Steps, double MedianNs, double P999Ns, double BytesPerStep, double SummaryNs);
