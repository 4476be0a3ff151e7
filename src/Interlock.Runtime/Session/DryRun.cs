using Interlock.Runtime.Clock;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Session.Making;

namespace Interlock.Runtime.Session;

/// <summary>A few empty ticks before the start: whether this machine keeps the rate that the policy was certified for.</summary>
internal static class DryRun
{
    private const int Ticks = 10;
    private const double NsPerS = 1e9;

    /// <summary>Policy steps per second; null on a virtual clock, which keeps every rate.</summary>
    public static double? PolicyHz(RunSettings settings, SessionFiles files, ILoopClock clock)
    {
        if (clock is VirtualClock)
        {
            return null;
        }

        LoopRates rates = RateMaking.Make(settings, files.Contract, files.Spec);
        Pacer pacer = new(clock, rates.ControlHz);
        pacer.Start();
        long first = pacer.WaitForTick();
        long last = first;
        for (int tick = 0; tick < Ticks; tick++)
        {
            last = pacer.WaitForTick();
        }

        return Ticks * NsPerS / (last - first) * rates.StepsPerTick;
    }
}
