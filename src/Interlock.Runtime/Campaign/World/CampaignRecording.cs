using Interlock.Core.Text;
using Interlock.Guard;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Clock;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Supervision;

namespace Interlock.Runtime.Campaign.World;

/// <summary>The flight recorder of a cell, on the loop's own thread, so that every run writes the same bytes.</summary>
internal static class CampaignRecording
{
    public static FlightRecorder Start(Stream store, ActionGuard guard, VirtualClock clock) => FlightRecorder.Start(
        new FlightRecorderOptions { OpenStream = () => store, OwnThread = false },
        new FlightLayout
        {
            Channels = [.. guard.Contract.Channels.Select(channel => channel.Name)],
            Units = [.. guard.Contract.Channels.Select(channel => channel.Unit)],
            PolicyDimension = guard.ChannelCount,
            RateHz = CampaignContract.ControlHz,
            Monitors = [.. guard.Monitors.Select(monitor => monitor.Name)],
            SupervisorStates = EnumWord.All<SupervisorState>(),
            ActionSources = EnumWord.All<MotionSource>(),
        },
        new FlightSession { RunId = "campaign", StartMonotonicNs = clock.NowNs, StartUtcNs = clock.UtcNs },
        new TimelessProvider());
}
