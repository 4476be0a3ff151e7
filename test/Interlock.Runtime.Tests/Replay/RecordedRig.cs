using System.Text;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Writing;
using Interlock.Core.Text;
using Interlock.Guard;
using Interlock.Policies;
using Interlock.Recording.Flight;
using Interlock.Recording.Flight.Session;
using Interlock.Runtime.Journal;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Replay;
using Interlock.Runtime.Supervision;
using Interlock.Runtime.Tests.Loop;

namespace Interlock.Runtime.Tests.Replay;

/// <summary>A loop whose ticks go into a recording, and a folder that goes away with it.</summary>
internal sealed class RecordedRig : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("interlock-replay-").FullName;
    private readonly FlightRecorder _recorder;

    public RecordedRig(bool attachContract = true, FlightTrigger? trigger = null, SafetyContract? fileSays = null)
    {
        Rig = new LoopRig(policy: (request, chunk) => Policy(request, chunk));
        Path = System.IO.Path.Combine(_folder, "run.mcap");
        SafetyContract contract = Rig.Contract;
        _recorder = FlightRecorder.Start(
            new FlightRecorderOptions { Path = Path, OwnThread = false, Trigger = trigger },
            new FlightLayout
            {
                Channels = [.. contract.Channels.Select(channel => channel.Name)],
                Units = [.. contract.Channels.Select(channel => channel.Unit)],
                PolicyDimension = contract.Channels.Count,
                RateHz = contract.RateHz!.Value,
                Monitors = [.. Rig.Guard.Monitors.Select(monitor => monitor.Name)],
                Verdicts = EnumWord.All<Verdict>(),
                SupervisorStates = EnumWord.All<SupervisorState>(),
                ActionSources = EnumWord.All<MotionSource>(),
            },
            new FlightSession { RunId = "rig", StartMonotonicNs = Rig.Clock.NowNs, StartUtcNs = Rig.Clock.UtcNs },
            TimeProvider.System);
        if (fileSays is not null)
        {
            _recorder.Attach("arm.contract.yaml", "application/yaml", Encoding.UTF8.GetBytes(ContractWriter.Write(fileSays)));
            _recorder.Attach(RecordedGuard.GuardedContractName, "application/yaml", Encoding.UTF8.GetBytes(ContractWriter.Write(contract)));
        }
        else if (attachContract)
        {
            _recorder.Attach("rig.contract.yaml", "application/yaml", Encoding.UTF8.GetBytes(ContractWriter.Write(contract)));
        }

        Rig.Journal = new FlightTickLog(_recorder, Rig.Clock, Rig.Guard, Rig.Supervisor, pumps: true);
    }

    public LoopRig Rig { get; }

    public string Path { get; }

    public Action<PolicyRequest, PolicyChunk> Policy { get; set; } = LoopRig.Sine(policyHz: 20);

    /// <summary>Finishes the file.</summary>
    public void Finish() => _recorder.Dispose();

    public void Dispose()
    {
        _recorder.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
