using System.Text;
using Interlock.Cli.Tests.EndToEnd;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Reading;
using Interlock.Core.Diagnostics;
using Interlock.Guard;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Flight.Steps;

namespace Interlock.Cli.Tests.Verbs.Record;

/// <summary>A small flight recording: the guard of a contract on a sine that crosses a bound, then on a number that is none.</summary>
internal static class SampleRecording
{
    public const int Ticks = 200;
    public const string ContractName = "bench.contract.yaml";

    private const long PeriodNs = 20_000_000;
    private const long StartUtcNs = 1_700_000_000_000_000_000;

    public static string Write(TemporaryFolder folder, string name, bool? success = null, string? task = "push the T", bool attach = true)
    {
        string path = Path.Combine(folder.Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        SafetyContract contract = ContractFile.Parse(SyntheticRecording.Contract(), ContractName, new DiagnosticCollector())!;
        ActionGuard guard = new(contract);
        using FlightRecorder recorder = FlightRecorder.Start(
            new FlightRecorderOptions { Path = path, OwnThread = false },
            new FlightLayout
            {
                Channels = [.. contract.Channels.Select(channel => channel.Name)],
                Units = [.. contract.Channels.Select(channel => channel.Unit)],
                PolicyDimension = contract.Channels.Count,
                RateHz = 50,
            },
            new FlightSession { RunId = name, StartMonotonicNs = 0, StartUtcNs = StartUtcNs, Task = task, Policy = "sine", CertificateLevel = "C1" },
            TimeProvider.System);
        if (attach)
        {
            recorder.Attach(ContractName, "application/yaml", Encoding.UTF8.GetBytes(SyntheticRecording.Contract()));
        }

        for (int tick = 0; tick < Ticks; tick++)
        {
            Step(guard, recorder, tick);
        }

        recorder.SetOutcome(success);
        return path;
    }

    private static void Step(ActionGuard guard, FlightRecorder recorder, int tick)
    {
        StepFrame frame = recorder.Frame;
        frame.Tick = tick;
        frame.MonotonicNs = tick * PeriodNs;
        frame.UtcNs = StartUtcNs + frame.MonotonicNs;
        frame.Episode = 1;
        frame.State.Clear();
        frame.SupervisorState = 2;
        frame.ActionSource = 1;
        if (tick == 0)
        {
            guard.BeginEpisode(frame.State);
        }

        frame.Unnormalised.Fill(tick == 150 ? double.NaN : 200 * Math.Sin(tick / 20.0));
        frame.Parts = StepParts.All & ~StepParts.Policy;
        StepResult result = guard.Step(frame.Unnormalised, new StepInput { Measured = frame.State, TimestampNs = frame.MonotonicNs }, frame.Guarded);
        frame.Guarded.CopyTo(frame.Executed);
        frame.Verdict = (int)result.Verdict;
        recorder.Commit();
        recorder.Pump();
    }
}
