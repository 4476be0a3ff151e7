using Interlock.Guard;
using Interlock.Recording.Flight.Reading;

namespace Interlock.Runtime.Replay;

/// <summary>Calls a guard again as it was called when the recording was made.</summary>
internal interface IGuardFeed
{
    ActionGuard Guard { get; }

    /// <summary>What came out at the newest step, in the recording's channel order; meaningful while the result has a command.</summary>
    double[] Command { get; }

    /// <summary>False while the guard's memory of earlier commands is not that of the run.</summary>
    bool KnowsPast { get; }

    /// <summary>The guard's outcome; null when it was not called at this step.</summary>
    StepResult? Take(FlightStep step);
}
