using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Guard;
using Interlock.Guard.Calibration;
using Interlock.Recording.Flight.Reading;

namespace Interlock.Runtime.Replay;

/// <summary>
/// Runs a guard over a flight recording again: every action that went into the guard goes in again, with the same measurements, ages, times,
/// episodes, stops and resets, and what comes out is held against what was recorded, bit for bit. What the robot did is not simulated: with
/// another contract the answer is what the guard would have done to these very actions.
/// </summary>
public static class GuardReplay
{
    /// <summary>Replays with the contract and the calibration that lie in the recording.</summary>
    /// <param name="log">Open; its steps are read through once.</param>
    /// <param name="cancellation">Looked at once per step.</param>
    /// <exception cref="DiagnosticException">RT180 no contract in the recording, RT181 its channels are not the recording's, CT or GD codes of the files, RC codes of the recording.</exception>
    public static GuardReplayResult Run(FlightLog log, CancellationToken cancellation = default)
    {
        SafetyContract contract = RecordedGuard.Contract(log);
        return Run(log, contract, RecordedGuard.Calibration(log, contract), cancellation);
    }

    /// <summary>Replays with another contract and the calibration that lies in the recording: what if.</summary>
    /// <param name="log">Open; its steps are read through once.</param>
    /// <param name="contract">Has the recording's channels, in any order, in the same units.</param>
    /// <param name="cancellation">Looked at once per step.</param>
    /// <exception cref="DiagnosticException">RT181 the channels are not the recording's, CT or GD codes, RC codes of the recording.</exception>
    public static GuardReplayResult WhatIf(FlightLog log, SafetyContract contract, CancellationToken cancellation = default) =>
        Run(log, contract, RecordedGuard.Calibration(log, contract), cancellation);

    /// <summary>The same, with somebody who sees every step.</summary>
    /// <param name="log">Open; its steps are read through once.</param>
    /// <param name="contract">Has the recording's channels, in any order, in the same units.</param>
    /// <param name="watcher">Told each step.</param>
    /// <param name="cancellation">Looked at once per step.</param>
    /// <exception cref="DiagnosticException">RT181 the channels are not the recording's, CT or GD codes, RC codes of the recording.</exception>
    public static GuardReplayResult WhatIf(FlightLog log, SafetyContract contract, IReplayWatcher watcher, CancellationToken cancellation) =>
        Run(log, contract, RecordedGuard.Calibration(log, contract), watcher, cancellation);

    /// <summary>Replays with another contract and another calibration.</summary>
    /// <param name="log">Open; its steps are read through once.</param>
    /// <param name="contract">Has the recording's channels, in any order, in the same units.</param>
    /// <param name="calibration">Null for none.</param>
    /// <param name="cancellation">Looked at once per step.</param>
    /// <exception cref="DiagnosticException">RT181 the channels are not the recording's, CT or GD codes, RC codes of the recording.</exception>
    public static GuardReplayResult Run(FlightLog log, SafetyContract contract, GuardCalibration? calibration, CancellationToken cancellation = default) =>
        Run(log, contract, calibration, watcher: null, cancellation);

    private static GuardReplayResult Run(FlightLog log, SafetyContract contract, GuardCalibration? calibration, IReplayWatcher? watcher, CancellationToken cancellation)
    {
        ChannelOrder order = ChannelOrder.Between(log.Layout, contract);
        ActionGuard guard = new(contract, new ActionGuardOptions { Calibration = calibration });
        IGuardFeed feed = log.Session.Facts.ContainsKey(ExchangeFeed.Fact) ? new ExchangeFeed(guard, order, ExchangeFeed.Confined(log)) : new GuardFeed(guard, order, log.Layout.RateHz);
        ReplayTally tally = new(feed.Guard, order, watcher);
        foreach (FlightStep step in log.Steps())
        {
            cancellation.ThrowIfCancellationRequested();
            if (feed.Take(step) is { } result)
            {
                tally.Add(step, result, feed.Command, feed.KnowsPast);
            }
            else
            {
                tally.Pass();
            }
        }

        return tally.Result();
    }
}
