using Interlock.Core.Contract;
using Interlock.Core.Diagnostics;
using Interlock.Guard;
using Interlock.Policies;
using Interlock.Policies.Remote;
using Interlock.Policies.Scheduling;
using Interlock.Recording.Flight;
using Interlock.Runtime.Configuration;
using Interlock.Runtime.Configuration.Settings;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Journal;
using Interlock.Runtime.Loop;
using Interlock.Runtime.Meaning;
using Interlock.Runtime.Sensing;
using Interlock.Runtime.Session.Gate;
using Interlock.Runtime.Supervision;
using Interlock.Runtime.Takeover;
using Interlock.Runtime.Trajectory;

namespace Interlock.Runtime.Session.Making;

/// <summary>From a run file to the parts of a session. What was made is disposed when a later part cannot be.</summary>
internal sealed class SessionMaking(RunFile file, SessionFiles files, SessionOptions options, GateDecision? gate)
{
    private const double NsPerMs = 1e6;

    private readonly RunSettings _settings = file.Settings;
    private readonly Stack<IDisposable> _made = new();
    private string? _recordingPath;

    public SessionParts Make(MadeRobot robot, CancellationToken cancellation)
    {
        try
        {
            return Join(robot, cancellation);
        }
        catch
        {
            while (_made.TryPop(out IDisposable? part))
            {
                part.Dispose();
            }

            if (_recordingPath is { } begun)
            {
                File.Delete(begun);
            }

            throw;
        }
    }

    private SessionParts Join(MadeRobot robot, CancellationToken cancellation)
    {
        LoopRates rates = RateMaking.Make(_settings, files.Contract, files.Spec);
        int dimension = files.Spec?.Action.Channels.Count ?? files.Contract.Channels.Count;
        PolicyMaking policies = new(file, files.Contract, robot, rates.PolicyHz, dimension, options.Time);
        PolicySlot main = Slot(Main(policies, robot), hasSpec: true);
        PolicySlot? fallback = _settings.FallbackPolicy is { } conservative ? Slot(policies.Make(conservative), hasSpec: false) : null;
        Connect(main, fallback, robot, cancellation);
        SafetyContract contract = _settings.Run.Shadow ? main.Meaning.GuardedContract with { Mode = GuardMode.Monitor } : main.Meaning.GuardedContract;
        ActionGuard guard = new(contract, new ActionGuardOptions { Calibration = files.Calibration });
        (FlightRecorder Recorder, string? Path)? recording =
            new RecorderMaking(file, files, options).Make(guard, main.Policy.Description, robot, gate, rates.ControlHz);
        if (recording is { } open)
        {
            _made.Push(open.Recorder);
            _recordingPath = open.Path;
        }

        CameraHub cameras = new(
            CameraMaking.Make(file, robot, _settings.Run.Seed),
            options.Clock,
            recording is { } images && _settings.Recording.Images ? image => images.Recorder.RecordImage(image) : null);
        AnswerJournal answers = new(
            ConfidenceMaking.Make(file, main.Policy, contract, files.Spec is not null), _settings.Confidence.DegradeBelowP, recording?.Recorder, options.Clock);
        InferenceJob job = Job(main, fallback, cameras, answers);
        Supervisor supervisor = new(SupervisorMaking.Options(_settings, contract, rates.ControlHz));
        ChunkScheduler scheduler = ScheduleMaking.Make(
            _settings.Schedule, rates, contract, Math.Max(main.Policy.Description.MaxRows, fallback?.Policy.Description.MaxRows ?? 0));
        FileWatch watch = new(files.ContractPath, files.ContractBytes);
        EpisodeWatch episodes = new(watch, robot.Table, _settings.Run.DurationS);
        ITickLog log = recording is { } recorded
            ? new FlightTickLog(recorded.Recorder, options.Clock, guard, supervisor, pumps: options.IsVirtual, isKept: recorded.Path is not null)
            : new NoTickLog();
        return new SessionParts
        {
            Settings = _settings,
            Options = options,
            Job = job,
            Answers = answers,
            Robot = robot,
            Episodes = episodes,
            Contract = watch,
            Recorder = recording?.Recorder,
            RecordingPath = recording?.Path,
            Notes = [],
            Loop = new LoopParts
            {
                Clock = options.Clock,
                Rates = rates,
                Robot = _settings.Run.Shadow ? new ShadowRobot(robot.Robot) : robot.Robot,
                Guard = guard,
                Scheduler = scheduler,
                Brake = _settings.Schedule.BrakeAlongChunk && !_settings.Run.Shadow ? new PathBrake(contract, rates.ControlHz) : null,
                OnStarvation = Enum.Parse<Starvation>(_settings.Schedule.OnStarvation.ToString()),
                Supervisor = supervisor,
                Human = new HumanControl(contract.Channels.Count),
                Desk = options.IsVirtual ? new InlineDesk(job, options.Clock, options.Trial?.Delay ?? new FixedDelay(options.VirtualLatencyNs)) : new ThreadedDesk(job, options.Clock),
                Cameras = cameras,
                HungAfterNs = (long)(_settings.Supervisor.HungAfterMs * NsPerMs),
                StarvationGraceNs = (long)(_settings.Supervisor.PolicyTimeoutMs * NsPerMs),
                Log = log,
                Watch = episodes,
            },
        };
    }

    // Before the recording begins: what cannot be reached leaves no file behind.
    private static void Connect(PolicySlot main, PolicySlot? fallback, MadeRobot robot, CancellationToken cancellation)
    {
        foreach (IRemotePolicy remote in new[] { main.Policy, fallback?.Policy }.OfType<IRemotePolicy>())
        {
            remote.ConnectAsync(cancellation).AsTask().GetAwaiter().GetResult();
        }

        robot.Robot.Connect();
    }

    private InferenceJob Job(PolicySlot main, PolicySlot? fallback, CameraHub cameras, AnswerJournal answers) => new(new InferenceParts
    {
        Main = main,
        Fallback = fallback,
        Cameras = cameras,
        Clock = options.Clock,
        Time = options.Time,
        Timeout = TimeSpan.FromMilliseconds(_settings.Policy.TimeoutMs),
        Task = _settings.Task,
        SendsPrefix = _settings.Schedule.SendPrefix,
        Judge = answers,
    });

    private IPolicy Main(PolicyMaking policies, MadeRobot robot)
    {
        IPolicy policy = policies.Make(_settings.Policy);
        return options.Trial?.Spoil(policy, robot) ?? policy;
    }

    // The conservative policy writes commands; only the learned one needs decoding.
    private PolicySlot Slot(IPolicy policy, bool hasSpec)
    {
        _made.Push(policy);
        DiagnosticCollector findings = new();
        ChunkMeaning? meaning = ChunkMeaning.TryMake(
            files.Contract, hasSpec ? files.Spec : null, policy.Description.ActionDimension, policy.Description.MaxRows, findings);
        findings.ThrowIfErrors();
        return new PolicySlot(policy, meaning!);
    }
}
