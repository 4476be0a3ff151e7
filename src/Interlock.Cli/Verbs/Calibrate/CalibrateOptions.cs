using System.CommandLine;
using Interlock.Core.Contract;
using Interlock.Guard.Alarms;
using Interlock.Guard.Calibration;

namespace Interlock.Cli.Verbs.Calibrate;

/// <summary>The words of <c>calibrate</c>. Ranges are checked by the calibrator, so that a library user meets the same rules.</summary>
internal sealed class CalibrateOptions
{
    private readonly Argument<string> _path = new("dataset") { Description = "Demonstrations: LeRobot folder, npy, npz, csv, jsonl, tfrecord, a folder of those, or hub:owner/name." };
    private readonly Option<string?> _output = new("--output", "-o")
    {
        HelpName = "name",
        Description = "Base name of the two files; default: the dataset's name.",
    };

    private readonly Option<double> _alpha = new("--alpha")
    {
        HelpName = "share",
        Description = "Miscoverage, in (0, 1).",
        DefaultValueFactory = _ => CalibrationOptions.DefaultAlpha,
    };

    private readonly Option<string> _guarantee = Words("--guarantee", "What the box promises.", "step", "episode");
    private readonly Option<string> _box = Words("--box", "For all channels at once, or for each by itself.", "joint", "per_joint");
    private readonly Option<double> _percentile = new("--velocity-percentile")
    {
        HelpName = "percent",
        Description = "Percentile of within-episode steps that becomes the rate limit.",
        DefaultValueFactory = _ => CalibrationOptions.DefaultVelocityPercentile,
    };

    private readonly Option<double?> _exceedance = new("--velocity-exceedance")
    {
        HelpName = "share",
        Description = "Fraction of new steps that may exceed any rate limit; scales the percentile limits together.",
    };

    private readonly Option<string> _rates = Words("--rate-limits", "How rate limits are written.", "max_step", "max_velocity");
    private readonly Option<double?> _rateHz = new("--rate-hz") { HelpName = "hz", Description = "Control rate; default: the dataset's." };
    private readonly Option<string> _space = Words("--space", "What an action commands.", "other", "joint_position", "joint_velocity", "ee_pose", "ee_delta");
    private readonly Option<string> _reference = Words("--reference", "What an action is measured from.", "absolute", "relative_chunk", "delta_step");
    private readonly Option<string> _mode = Words("--mode", "Mode of the written contract.", "clip", "monitor", "warn", "stop");
    private readonly Option<string> _profile = Words("--profile", "Policy family that will be guarded.", "unknown", "discrete_token", "flow_matching", "diffusion", "action_chunk");
    private readonly Option<double> _budget = new("--false-alarms-per-hour")
    {
        HelpName = "count",
        Description = "Budget of the CUSUM alarm.",
        DefaultValueFactory = _ => AlarmOptions.DefaultFalseAlarmsPerHour,
    };

    private readonly Option<string[]> _continuous = new("--continuous")
    {
        HelpName = "channel",
        Description = "Joints that turn without end.",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replace a contract that calibrate did not write." };
    private readonly Option<bool> _drop = new("--drop-non-finite")
    {
        Description = "Leave out episodes with NaN instead of refusing them.",
    };

    private readonly Option<ulong> _seed = new("--seed")
    {
        HelpName = "number",
        Description = "Seed of the split and of every resampling.",
        DefaultValueFactory = _ => 1UL,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Write one JSON document." };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_path);
        Option[] all =
        [
            _output, _overwrite, _alpha, _guarantee, _box, _percentile, _exceedance, _rates, _rateHz, _space, _reference, _mode, _profile,
            _budget, _continuous, _drop, _seed, _json,
        ];
        foreach (Option option in all)
        {
            command.Options.Add(option);
        }
    }

    public CalibrateRequest Read(ParseResult result)
    {
        string path = result.GetValue(_path)!;
        string output = result.GetValue(_output) ?? NameOf(path);
        return new CalibrateRequest(path, output, result.GetValue(_overwrite), result.GetValue(_json), new CalibrationOptions
        {
            Name = Path.GetFileName(output),
            Alpha = result.GetValue(_alpha),
            Guarantee = Parse<CoverageGuarantee>(result.GetValue(_guarantee)),
            Box = Parse<BoxKind>(result.GetValue(_box)),
            VelocityPercentile = result.GetValue(_percentile),
            VelocityExceedance = result.GetValue(_exceedance),
            RateLimits = Parse<RateLimitOutput>(result.GetValue(_rates)),
            RateHz = result.GetValue(_rateHz),
            Space = Parse<ActionSpace>(result.GetValue(_space)),
            Reference = Parse<ActionReference>(result.GetValue(_reference)),
            Mode = Parse<GuardMode>(result.GetValue(_mode)),
            Profile = Parse<PolicyProfile>(result.GetValue(_profile)),
            Alarms = new AlarmOptions { FalseAlarmsPerHour = result.GetValue(_budget) },
            ContinuousChannels = result.GetValue(_continuous) ?? [],
            DropNonFiniteEpisodes = result.GetValue(_drop),
            Seed = result.GetValue(_seed),
            CalibrationFile = $"{Path.GetFileName(output)}.calibration.json",
        });
    }

    private static Option<string> Words(string name, string description, params string[] words)
    {
        Option<string> option = new(name)
        {
            HelpName = "word",
            Description = $"{description} One of {string.Join(", ", words)}.",
            DefaultValueFactory = _ => words[0],
        };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    private static T Parse<T>(string? word)
        where T : struct, Enum =>
        Enum.Parse<T>(word!.Replace("_", string.Empty, StringComparison.Ordinal), ignoreCase: true);

    /// <summary>The last part of a path or Hub reference, without ending.</summary>
    private static string NameOf(string path)
    {
        string last = path.TrimEnd('/', '\\').Split('/', '\\', ':')[^1].Split('@')[0];
        string name = Path.GetFileNameWithoutExtension(last);
        return name.Length == 0 || name == "." ? "calibrated" : name;
    }
}
