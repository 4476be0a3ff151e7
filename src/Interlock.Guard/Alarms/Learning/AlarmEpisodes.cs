using Interlock.Guard.Calibration.Demonstrations;

namespace Interlock.Guard.Alarms.Learning;

/// <summary>How much of a large dataset the alarms are learnt from: leading parts of the shuffled split are random samples of it.</summary>
internal static class AlarmEpisodes
{
    // Running every monitor costs some hundred nanoseconds a step; so many steps keep a calibration below half a second.
    private const long BandSteps = 1 << 14;
    private const long CusumSteps = 1 << 18;

    // At alpha = 0.05 the finite-sample rank wants 19; twice that gives it some choice. A profile and a check need less.
    private const int FewestRanked = 40;
    private const int FewestFitted = 12;
    private const int FewestChecked = 20;

    public static int[] ForProfiles(DemonstrationSet set, int[] shuffled) => set.Leading(shuffled, BandSteps, FewestFitted);

    public static int[] ForRanks(DemonstrationSet set, int[] shuffled) => set.Leading(shuffled, BandSteps, FewestRanked);

    public static int[] ForChecks(DemonstrationSet set, int[] shuffled) => set.Leading(shuffled, BandSteps, FewestChecked);

    public static int[] ForCusum(DemonstrationSet set, int[] shuffled) => set.Leading(shuffled, CusumSteps, FewestRanked);
}
