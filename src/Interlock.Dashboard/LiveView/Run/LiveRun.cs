using System.Text;
using Interlock.Core.Contract;
using Interlock.Core.Contract.Reading;
using Interlock.Core.Diagnostics;
using Interlock.Core.Observations;
using Interlock.Core.Units;
using Interlock.Dashboard.Arm;
using Interlock.Dashboard.LiveView.Feed;
using Interlock.Dashboard.Series;
using Interlock.Dashboard.Web.Answers;
using Interlock.Recording.Flight.Reading;
using Interlock.Recording.Flight.Session;
using Interlock.Recording.Overview;

namespace Interlock.Dashboard.LiveView.Run;

/// <summary>One run as it goes on, in memory that does not grow. Thread-safe: one lock.</summary>
internal sealed class LiveRun
{
    private const double NsPerS = 1e9;
    private const int MostChunks = 2000;

    private readonly Lock _lock = new();
    private readonly IReadOnlyList<(string Key, string Unit)> _names;
    private readonly LiveRing _ring;
    private readonly StepReader _steps;
    private readonly EventStream _events = new();
    private readonly RecentItems<ChunkAnswer> _chunks = new(MostChunks);
    private readonly LiveStrip[] _strips = [new("supervisor"), new("verdict"), new("certificate"), new("task")];
    private readonly LiveBands _bands = new();
    private readonly ReplyRows? _replies;
    private readonly long[] _verdictSeen;
    private double _t;
    private long _verdicts;
    private int _verdict = -1;
    private int _rowVerdict = -1;
    private SafetyContract? _contract;
    private ArmModel? _arm;

    /// <exception cref="DiagnosticException">RC024: the facts do not say what they must; RC043: more signals than anybody could look at.</exception>
    public LiveRun(IReadOnlyDictionary<string, string> facts, TimeProvider time, string? session = null)
    {
        ProxySession = session;
        (Session, Layout) = RunFacts.Read(facts);
        _names = SignalCatalogue.Of(Layout) ?? throw new DiagnosticException("RC043", "the run has more signals than anybody could look at");
        _ring = new LiveRing(_names.Count, Layout.RateHz, session is null ? 1 : FeedSessions.MostOpen);
        _replies = session is null ? null : new ReplyRows(_ring, _names.Count, _names.Index().First(name => name.Item.Key == "timing/chunk_age_ms").Index, Layout.RateHz);
        _steps = new StepReader(Layout, _names, _replies is null ? _ring : _replies);
        _verdictSeen = new long[Layout.Verdicts.Count];
        Array.Fill(_verdictSeen, -1);
        Cameras = Layout.Cameras.Distinct().ToDictionary(name => name, _ => new LiveCamera(time));
    }

    public FlightSession Session { get; }

    public FlightLayout Layout { get; }

    /// <summary>The session of a proxy that it is; null for a run of its own.</summary>
    public string? ProxySession { get; }

    public IReadOnlyDictionary<string, LiveCamera> Cameras { get; }

    /// <summary>Length of a bucket of the frames, s.</summary>
    public double BucketS => _ring.BucketS;

    /// <summary>The newest step, s since the start.</summary>
    public double T
    {
        get
        {
            lock (_lock)
            {
                return _t;
            }
        }
    }

    public bool IsSame(FlightSession other) => other.RunId == Session.RunId && other.StartUtcNs == Session.StartUtcNs;

    /// <summary>s since the start of the run; negative before it.</summary>
    public double Seconds(ulong timeNs) => ((double)timeNs - Session.StartUtcNs) / NsPerS;

    /// <exception cref="System.Text.Json.JsonException">The message is not as its schema says.</exception>
    public void Take(FeedChannel channel, ulong timeNs, ReadOnlySpan<byte> json)
    {
        double t = Seconds(timeNs);
        if (channel.Topic == FeedTopic.Image)
        {
            TakeImage(channel.Camera!, timeNs, t, json);
            return;
        }

        lock (_lock)
        {
            switch (channel.Topic)
            {
                case FeedTopic.Chunk:
                    _chunks.Add(ItemReader.Chunk(t, json));
                    break;
                case FeedTopic.Event:
                    _events.Add(EventAnswer.Of(ViewEvents.Of(ItemReader.Event(t, json), Layout, _contract)));
                    break;
                default:
                    TakeStep(channel.Topic, t, json);
                    break;
            }
        }
    }

    /// <summary>A file of the run came; true when pages have more to show by it than before.</summary>
    public bool Learn(RunFile file)
    {
        lock (_lock)
        {
            return file.Kind switch
            {
                RunFileKind.Calibration => _bands.Learn(file, Layout),
                RunFileKind.Urdf => Learn(ref _arm, () => UrdfTree.Read(file.Bytes, Layout.Channels, [.. Layout.Units.Select(unit => unit.Symbol)])),
                _ => Learn(ref _contract, () => ContractFile.Parse(Encoding.UTF8.GetString(file.Bytes), file.Name, new DiagnosticCollector())),
            };
        }
    }

    private static bool Learn<T>(ref T? known, Func<T?> read)
        where T : class
    {
        bool isNew = known is null;
        known ??= read();
        return isNew && known is not null;
    }

    /// <summary>Facts that only the status has.</summary>
    public void Follow(FeedStatus status)
    {
        lock (_lock)
        {
            _strips[2].Show(_t, status.CertificateLevel ?? Session.CertificateLevel ?? "none");
            _strips[3].Show(_t, status.Task ?? Session.Task ?? "none");
        }
    }

    /// <summary>All of the run but its numbers, for a browser that begins; its place is behind what this has.</summary>
    public HelloAnswer Begin(LivePlace place, string? recording)
    {
        lock (_lock)
        {
            (place.Event, place.Chunk, place.Verdict, place.Rewrite) = (_events.End, _chunks.End, _verdicts, _replies?.Rewrites ?? 0);
            return new HelloAnswer
            {
                Kind = ProxySession is null ? "run" : "proxy",
                ProxySession = ProxySession,
                Id = Session.RunId,
                File = recording ?? Session.RunId,
                LengthS = _t,
                RateHz = Layout.RateHz,
                StartUtc = EpisodeAnswer.UtcOf(Session.StartUtcNs),
                Session = EpisodeAnswer.SessionOf(Session),
                Signals = [.. ViewSignals.Of(Layout, [.. _names.Select(Unseen)], _contract, _bands.Known, _bands.Runs(_t)).Select(SignalAnswer.Of)],
                Strips = [.. _strips.Where(IsShown).Select(strip => strip.Answer())],
                Events = _events.All(),
                Chunks = [.. _chunks.All],
                Cameras = Layout.Cameras,
                Attachments = [],
                Outcome = null,
                Tags = [],
                Note = null,
                Counts = new Dictionary<string, double>(),
                Arm = _arm,
                Reproduce = "",
            };
        }
    }

    /// <summary>What came since a browser was served last; moves its places on.</summary>
    public LiveNews NewsSince(LivePlace place)
    {
        lock (_lock)
        {
            _events.Settle(_t);
            place.Bucket = Math.Min(place.Bucket, _replies?.RewrittenSince(place.Rewrite) ?? long.MaxValue);
            place.Rewrite = _replies?.Rewrites ?? 0;
            int verdict = Array.FindLastIndex(_verdictSeen, seen => seen > place.Verdict);
            LiveNews news = new(
                place.Bucket < _ring.End || place.IsNew ? Frame(place) : null,
                _events.Since(place.Event),
                _chunks.Since(place.Chunk),
                WordOf(Math.Max(verdict, _verdict)));
            (place.Event, place.Chunk, place.Bucket) = (_events.End, _chunks.End, _ring.End);
            return news;
        }
    }

    /// <summary>A verdict that was told is not told again, unless it still holds.</summary>
    public void ForgetVerdicts(LivePlace place)
    {
        lock (_lock)
        {
            place.Verdict = _verdicts;
        }
    }

    /// <summary>When the clock of the monitors' bands was at 0, s; null while it does not run or is not known.</summary>
    public double? BandZeroT
    {
        get
        {
            lock (_lock)
            {
                return _bands.ZeroT;
            }
        }
    }

    /// <summary>Newest measured values in rad or m; null before the first.</summary>
    public IReadOnlyList<double?> Joints()
    {
        lock (_lock)
        {
            int first = Layout.PolicyDimension + (3 * Layout.Channels.Count);
            return [.. Layout.Units.Select((unit, i) => Angle(unit, _ring.Newest(first + i)))];
        }
    }

    private static double? Angle(ChannelUnit unit, double? value) => unit.Symbol == "deg" && value is { } degrees ? double.DegreesToRadians(degrees) : value;

    private static OverviewSignal Unseen((string Key, string Unit) name) => new(name.Key, name.Unit, 0, 0, double.NaN, double.NaN, double.NaN);

    // A proxy has no supervisor, and is not told the instruction.
    private bool IsShown(LiveStrip strip) => ProxySession is null || Array.IndexOf(_strips, strip) is 1 or 2;

    private string WordOf(int verdict) => verdict < 0 ? "unknown" : Layout.Verdicts[verdict];

    private LiveFrame? Frame(LivePlace place)
    {
        long until = _ring.End;
        long from = Math.Clamp(place.IsNew ? _ring.Begin : Math.Max(place.Bucket - LivePlace.Again, until - LivePlace.MostBuckets), _ring.Begin, until);
        place.IsNew = false;
        return from == until ? null : new LiveFrame(_ring.Slice(from, until), from * _ring.BucketS, _ring.BucketS);
    }

    private void TakeImage(string camera, ulong timeNs, double t, ReadOnlySpan<byte> json)
    {
        if (Cameras.TryGetValue(camera, out LiveCamera? known) && known.IsDue)
        {
            CameraImage image = ItemReader.Image(camera, timeNs, json);
            known.Take(image, t);
        }
    }

    private void TakeStep(FeedTopic topic, double t, ReadOnlySpan<byte> json)
    {
        _steps.Take(topic, t, json);
        if (_replies is not null)
        {
            TakeRow(topic, t);
            return;
        }

        _t = Math.Max(_t, t);
        if (topic == FeedTopic.Verdict && _steps.Word is >= 0 and int verdict)
        {
            Judge(verdict, t);
        }
        else if (topic == FeedTopic.Supervisor && _steps.Word is >= 0 and int state)
        {
            _strips[0].Show(t, Layout.SupervisorStates[state]);
        }

        if (topic == FeedTopic.Supervisor)
        {
            _bands.Show(t, _steps.Source, _steps.Episode);
        }
    }

    // The verdict on a reply is the strongest on its rows.
    private void TakeRow(FeedTopic topic, double t)
    {
        if (topic == FeedTopic.Verdict)
        {
            _rowVerdict = _steps.Word;
        }
        else if (topic == FeedTopic.Timing)
        {
            bool isFirst = _replies!.Complete(t);
            _t = Math.Max(_t, _replies.ReplyT);
            int verdict = isFirst ? _rowVerdict : Math.Max(_verdict, _rowVerdict);
            if (verdict >= 0)
            {
                Judge(verdict, _t);
            }
        }
    }

    private void Judge(int verdict, double t)
    {
        _verdict = verdict;
        _verdictSeen[verdict] = ++_verdicts;
        _strips[1].Show(t, Layout.Verdicts[verdict]);
    }
}
