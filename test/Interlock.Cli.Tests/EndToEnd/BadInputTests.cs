namespace Interlock.Cli.Tests.EndToEnd;

/// <summary>Whatever is wrong with the input: a sentence that names it, the right exit code, and nothing left behind.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public BadInputTests()
    {
        string good = SyntheticRecording.Csv(episodes: 30, steps: 20);
        _folder.Write("demos.csv", good);
        _folder.Write("nan.csv", good.Replace("\n3,", "\n3,nan,0,0\n3,", StringComparison.Ordinal));
        _folder.Write("empty.csv", string.Empty);
        _folder.Write("empty.npy", string.Empty);
        _folder.Write("header.csv", "pan,lift,gripper\n");
        _folder.Write("rows.csv", "episode,pan,lift,gripper\n0,1,1,0\n1,1,1,0\n2,1,1,0\n3,1,1,0\n");
        _folder.Write("notes.txt", "not actions");
        Directory.CreateDirectory(_folder.PathOf("folder.d"));
        _folder.Write("bench.yaml", SyntheticRecording.Contract());
        _folder.Write("mine.contract.yaml", SyntheticRecording.Contract());
        _folder.Write("others.yaml", SyntheticRecording.Contract().Replace("pan", "swivel", StringComparison.Ordinal));
        _folder.Write("broken.yaml", SyntheticRecording.Contract().Replace("max: 100", "max: -100", StringComparison.Ordinal));
        _folder.Write("alone.yaml", SyntheticRecording.Contract() + "\nmonitors: { profile: unknown, calibration: gone.json }\n");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("dmos.csv", "did you mean demos.csv?")]
    [InlineData("empty.csv", "The file is empty")]
    [InlineData("empty.npy", "does not start like an npy array")]
    [InlineData("notes.txt", "does not end in one of .npy")]
    [InlineData("folder.d", "The folder is empty")]
    public async Task Data_that_cannot_be_read_is_named_by_every_verb(string path, string sentence)
    {
        await Refuses(ExitCode.FoundWanting, sentence, "info", path);
        await Refuses(ExitCode.FoundWanting, sentence, "calibrate", path, "-o", "arm.");
        await Refuses(ExitCode.FoundWanting, sentence, "validate", path);
        await Refuses(ExitCode.FoundWanting, sentence, "replay", path, "--contract", "bench.yaml");
        await Refuses(ExitCode.FoundWanting, sentence, "contract", "init", "--from-dataset", path, "-o", "arm.");
    }

    [Theory]
    [InlineData("nan.csv", "step 0, channel pan: the action is NaN")]
    [InlineData("rows.csv", "0 of 4 episodes are usable")]
    [InlineData("header.csv", "0 of 1 episodes are usable")]
    public Task Demonstrations_that_teach_nothing_are_refused(string path, string sentence) =>
        Refuses(ExitCode.FoundWanting, sentence, "calibrate", path, "-o", "arm.");

    [Theory]
    [InlineData("gone.yaml", "there is no such file")]
    [InlineData("empty.csv", "the file holds no contract")]
    [InlineData("broken.yaml", "CT")]
    [InlineData("others.yaml", "the recording has no channel 'swivel'")]
    [InlineData("alone.yaml", "gone.json' cannot be read")]
    public async Task A_contract_that_does_not_fit_is_named(string contract, string sentence)
    {
        await Refuses(ExitCode.FoundWanting, sentence, "replay", "demos.csv", "--contract", contract);
        await Refuses(ExitCode.FoundWanting, sentence, "replay", "demos.csv", "--contract", "bench.yaml", "--what-if", contract);
    }

    [Theory]
    [InlineData("--alpha", "0", "--alpha is 0 and has to be strictly between 0 and 1")]
    [InlineData("--alpha", "1.5", "--alpha is 1.5 and has to be strictly between 0 and 1")]
    [InlineData("--alpha", "nan", "--alpha is NaN")]
    [InlineData("--alpha", "much", "Cannot parse argument 'much' for option '--alpha' as a number.")]
    [InlineData("--velocity-percentile", "0", "--velocity-percentile is 0")]
    [InlineData("--rate-hz", "-5", "--rate-hz is -5")]
    [InlineData("--seed", "-1", "as a whole number of 0 or more")]
    [InlineData("--continuous", "pn", "there is no action channel named pn (did you mean pan?)")]
    [InlineData("--rate-limits", "max_velocity", "needs the control rate")]
    [InlineData("--guarantee", "both", "'both' not recognized")]
    [InlineData("--alpa", "0.1", "Did you mean one of the following? --alpha")]
    public Task An_option_of_calibrate_that_means_nothing_is_wrong_usage(string option, string value, string sentence) =>
        Refuses(ExitCode.Usage, sentence, "calibrate", "demos.csv", "-o", "arm.", option, value);

    [Theory]
    [InlineData("--action-bound and --velocity-limit must be above 0", "validate", "demos.csv", "--action-bound", "-1")]
    [InlineData("--action-bound and --velocity-limit must be above 0", "validate", "demos.csv", "--velocity-limit", "nan")]
    [InlineData("--steps must be 1000 to 10000000", "profile", "guard", "--steps", "-5")]
    [InlineData("--channels must be 1 to 512", "profile", "guard", "--channels", "0")]
    [InlineData("not both", "replay", "demos.csv", "--contract", "bench.yaml", "--json", "--jsonl")]
    [InlineData("'--contract' is required", "replay", "demos.csv")]
    [InlineData("did you mean 'clip_rate'?", "replay", "demos.csv", "--contract", "bench.yaml", "--fail-on", "clp_rate=1")]
    [InlineData("is empty; is a variable of the shell not set?", "validate", "")]
    [InlineData("Did you mean one of the following? calibrate", "clibrate")]
    [InlineData("has no name", "calibrate", "demos.csv", "-o", "folder.d/")]
    public Task Wrong_words_are_wrong_usage(string sentence, params string[] words) => Refuses(ExitCode.Usage, sentence, words);

    [Theory]
    [InlineData("there are no actions", "replay", "header.csv", "--contract", "bench.yaml")]
    [InlineData("has no episode 99", "replay", "demos.csv", "--contract", "bench.yaml", "--episodes", "99")]
    [InlineData("cannot be written", "calibrate", "demos.csv", "-o", "notes.txt/arm")]
    public Task What_cannot_be_done_is_not_called_done(string sentence, params string[] words) => Refuses(ExitCode.FoundWanting, sentence, words);

    [Fact]
    public async Task Calibrate_replaces_its_own_files_and_nobody_elses()
    {
        await Refuses(ExitCode.RefusedToStart, "was not written by calibrate", "calibrate", "demos.csv", "-o", "mine.");
        Assert.Equal(ExitCode.Ok, (await Run("calibrate", "demos.csv", "-o", "arm.")).ExitCode);
        Assert.Equal(ExitCode.Ok, (await Run("calibrate", "demos.csv", "-o", "arm.")).ExitCode);
        Assert.Equal(ExitCode.Ok, (await Run("calibrate", "demos.csv", "-o", "mine.", "--overwrite")).ExitCode);
    }

    [Fact]
    public async Task A_file_without_actions_does_not_pass()
    {
        Invocation run = await Run("validate", "header.csv");
        Assert.Equal((ExitCode.FoundWanting, "FAIL: there are no actions."), (run.ExitCode, run.LastOutputLine));
    }

    private async Task Refuses(int exitCode, string sentence, params string[] words)
    {
        string[] before = Directory.GetFileSystemEntries(_folder.Root, "*", SearchOption.AllDirectories);
        Invocation run = await Run(words);

        Assert.True(exitCode == run.ExitCode, $"{string.Join(' ', words)}: {run.ExitCode}\n{run.Errors}");
        Assert.Contains(sentence, run.LastErrorLine, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Equal(before, Directory.GetFileSystemEntries(_folder.Root, "*", SearchOption.AllDirectories));
    }

    /// <summary>Words with a dot, but for numbers, are files of the folder; "arm." is the base name of output there.</summary>
    private Task<Invocation> Run(params string[] words) => Invocation.RunAsync([.. words.Select(InFolder)]);

    private string InFolder(string word) =>
        word.Contains('.', StringComparison.Ordinal) && !char.IsDigit(word[0]) ? _folder.PathOf(word.EndsWith('.') ? word[..^1] : word) : word;
}
