using Interlock.Cli.Inputs;
using Interlock.Cli.Output;
using Interlock.Core.Contract.Writing;
using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Guard.Calibration;
using Interlock.Guard.Calibration.Files;

namespace Interlock.Cli.Verbs.Calibrate;

/// <summary>One run of <c>calibrate</c>.</summary>
internal sealed class CalibrateSession(VerbHost host, CalibrateRequest request)
{
    /// <summary>The calibrator's code for an option that means nothing; on the command line that is wrong usage.</summary>
    private const string OptionOutOfRange = "GD430";

    private readonly string _contract = $"{request.Output}.contract.yaml";
    private readonly string _calibration = $"{request.Output}.calibration.json";

    public int Run(CancellationToken cancellation)
    {
        if (Path.GetFileName(request.Output).Length == 0)
        {
            return Refuse($"--output '{request.Output}' has no name; write for example {Path.Combine(request.Output, "arm")}", ExitCode.Usage);
        }

        if (!request.Overwrite && File.Exists(_contract) && !File.Exists(_calibration))
        {
            return Refuse($"{_contract} was not written by calibrate; choose another name with --output, or state --overwrite", ExitCode.RefusedToStart);
        }

        IEpisodeSource source = EpisodeInput.Open(host, request.Path, cancellation);
        if (request.Options is { RateLimits: RateLimitOutput.MaxVelocity, RateHz: null } && source.Description.RateHz is null)
        {
            return Refuse($"--rate-limits max_velocity needs the control rate, which {request.Path} does not state; state --rate-hz", ExitCode.Usage);
        }

        try
        {
            Report(DemonstrationCalibrator.Calibrate(new WatchedSource(host, source, quiet: false, cancellation), request.Options), cancellation);
            return ExitCode.Ok;
        }
        catch (DiagnosticException exception) when (exception.Diagnostics.All(item => item.Code == OptionOutOfRange))
        {
            foreach (Diagnostic item in exception.Diagnostics.Reverse())
            {
                Refuse(OptionWords(item), ExitCode.Usage);
            }

            return ExitCode.Usage;
        }
    }

    private void Report(CalibrationOutcome outcome, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        AtomicFile.Write(
            (_calibration, stream => CalibrationWriter.Write(outcome.Calibration, stream)),
            (_contract, AtomicFile.TextOf(ContractWriter.Write(outcome.Contract))));
        if (request.Json)
        {
            JsonDocumentWriter.Write(host.Out, writer => CalibrateJson.Write(writer, outcome, _contract, _calibration));
        }
        else
        {
            FailureReport.Write(host.Error, outcome.Report.Findings, " (all of them with --json)");
            new CalibrateText(host, outcome.Report).Write(request.Path, _contract, _calibration);
        }
    }

    private int Refuse(string why, int exitCode)
    {
        host.Error.WriteLine($"calibrate: {why}.");
        return exitCode;
    }

    /// <summary>The calibrator speaks of its options by their names in files; here they are words of the command line.</summary>
    private static string OptionWords(Diagnostic item)
    {
        string message = item.Place?.Key is { Length: > 0 } key
            ? item.Message.Replace(key, $"--{key.Replace('_', '-')}", StringComparison.Ordinal)
            : item.Message;
        return item.Hint is { } hint ? $"{message} ({hint})" : message;
    }
}
