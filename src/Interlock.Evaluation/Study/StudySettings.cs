namespace Interlock.Evaluation.Study;

/// <summary>How intervals are made.</summary>
/// <param name="Resamples">Bootstrap resamples, 1 or more; 2,000 as in the SafeContract paper.</param>
/// <param name="Seed">Seed of the resampling.</param>
public sealed record StudySettings(int Resamples = 2000, ulong Seed = 0);
