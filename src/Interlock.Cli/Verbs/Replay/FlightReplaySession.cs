using Interlock.Cli.Inputs;
using Interlock.Cli.Output;
using Interlock.Core.Contract;
using Interlock.Guard.Calibration;
using Interlock.Recording.Flight.Reading;
using Interlock.Runtime.Replay;

namespace Interlock.Cli.Verbs.Replay;

/// <summary>One run of <c>replay</c> on a flight recording.</summary>
internal sealed class FlightReplaySession(VerbHost host, string path, string? guard, string? calibration, bool json, bool plot = false)
{
    public int Run(CancellationToken cancellation)
    {
        using FlightLog log = FlightLog.Open(path);
        if (log.Recovery is not null)
        {
            host.Error.WriteLine($"note: {path} was not finished or is damaged; replayed is what could be recovered.");
        }

        bool isWhatIf = guard is not null;
        GuardReplayResult result = isWhatIf ? WhatIf(log, guard!, cancellation) : Again(log, cancellation);
        FlightReplayOutcome outcome = new(path, log.Session.RunId, log.Recovery is null, guard, result);
        if (json)
        {
            JsonDocumentWriter.Write(host.Out, writer => FlightReplayJson.Write(writer, outcome));
        }
        else
        {
            if (TerminalFigure.IsWanted(host, plot))
            {
                ClipPlot.Write(host, path, cancellation);
            }

            new FlightReplayText(host.Out, host.Width, outcome).Write();
        }

        return isWhatIf ? result.Steps > 0 ? ExitCode.Ok : ExitCode.FoundWanting
            : result.IsIdentical ? ExitCode.Ok : ExitCode.FoundWanting;
    }

    private GuardReplayResult Again(FlightLog log, CancellationToken cancellation) => calibration is null
        ? GuardReplay.Run(log, cancellation)
        : GuardReplay.Run(log, RecordedGuard.Contract(log), GuardInput.Load(calibration), cancellation);

    private GuardReplayResult WhatIf(FlightLog log, string contractPath, CancellationToken cancellation)
    {
        SafetyContract contract = ContractInput.Load(host, contractPath);
        GuardCalibration? learnt = GuardInput.Calibration(contract, contractPath, calibration);
        return GuardReplay.Run(log, contract, learnt, cancellation);
    }
}
