using System.Text.Json;

namespace Interlock.Cli.Tests.Verbs.Certify;

/// <summary>The certify verbs as somebody uses them, one after the other.</summary>
public sealed class CertifyVerbsTests : IDisposable
{
    private static readonly DateTimeOffset Issued = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    private string Spec => Path.Combine(SharedFiles.RepositoryRoot, "examples", "specs", "libero_goal.execspec.json");

    private string Certificate => _folder.PathOf("goal.cert.json");

    private string Policy => _folder.PathOf("policy");

    private string Trust => _folder.PathOf("trust");

    [Fact]
    public async Task A_key_is_for_its_owner_alone_and_is_never_replaced()
    {
        Invocation made = await RunAsync("keygen", "-o", _folder.PathOf("alice"), "--json");
        Assert.Equal(ExitCode.Ok, made.ExitCode);
        Assert.Equal(64, made.Json.GetProperty("fingerprint").GetString()!.Length);
        string secret = _folder.PathOf("alice.key.pem");
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(secret));
        }

        byte[] before = File.ReadAllBytes(secret);
        Invocation again = await RunAsync("keygen", "-o", _folder.PathOf("alice"));
        Assert.Equal(ExitCode.RefusedToStart, again.ExitCode);
        Assert.Contains("EX194", again.LastErrorLine, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(secret));
    }

    [Fact]
    public async Task Half_a_pair_leaves_nothing_behind()
    {
        _folder.Write("bob.key.pem", "an older key");
        Assert.Equal(ExitCode.RefusedToStart, (await RunAsync("keygen", "-o", _folder.PathOf("bob"))).ExitCode);
        Assert.False(File.Exists(_folder.PathOf("bob.pub.pem")));
        Assert.Equal("an older key", File.ReadAllText(_folder.PathOf("bob.key.pem")));
    }

    [Fact]
    public async Task Created_signed_and_verified()
    {
        await PrepareAsync();
        Invocation verified = await VerifyAsync();
        Assert.Equal(ExitCode.Ok, verified.ExitCode);
        Assert.StartsWith($"{Certificate}: accepted", verified.Output.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(verified.Errors);
        JsonElement json = (await VerifyAsync("--json")).Json;
        Assert.True(json.GetProperty("accepted").GetBoolean());
        Assert.Equal("libero_goal", json.GetProperty("key").GetString());
        Assert.Equal("2026-05-30T12:00:00Z", json.GetProperty("expires_at").GetString());
        Assert.All(json.GetProperty("findings").EnumerateArray(), finding => Assert.Equal("passed", finding.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task Nobody_believes_what_nobody_signed()
    {
        await PrepareAsync(sign: false);
        Invocation verified = await VerifyAsync("--json");
        Assert.Equal(ExitCode.RefusedToStart, verified.ExitCode);
        Assert.False(verified.Json.GetProperty("accepted").GetBoolean());
        Assert.Contains("EX002", verified.LastErrorLine, StringComparison.Ordinal);
        Assert.Contains("there is no signature", verified.LastErrorLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_ends_with_its_first_cause()
    {
        await PrepareAsync();
        _folder.Write("policy/extra.bin", "x");
        Invocation verified = await VerifyAsync("--at", "2027-01-01T00:00:00Z", "--level", "probed");
        Assert.Equal(ExitCode.RefusedToStart, verified.ExitCode);
        Assert.Contains("REFUSED", verified.Output, StringComparison.Ordinal);
        Assert.Contains("EX004 expired at 2026-05-30T12:00:00Z, now is 2027-01-01T00:00:00Z", verified.LastErrorLine, StringComparison.Ordinal);
        Assert.Contains("EX012 'extra.bin' is not certified", verified.Errors, StringComparison.Ordinal);
        Assert.Contains("level declared, required is probed", verified.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_lifts_the_level_as_far_as_it_carries()
    {
        await PrepareAsync(sign: false);
        JsonElement made = (await RunAsync("show", Certificate, "--json")).Json;
        string about = $"\"spec_sha256\":\"{made.GetProperty("spec_sha256").GetString()}\"";
        string probe = _folder.Write("probe.json", $$"""{"kind":"probe","trials":80,"successes":80,{{about}}}""");
        string replay = _folder.Write("replay.json", $$"""{"kind":"replay","valid":28,"identity":28,{{about}}}""");
        Assert.Equal(ExitCode.Ok, (await CreateAsync("--overwrite", "--evidence", probe, "--evidence", replay)).ExitCode);
        await RunAsync("sign", Certificate, "--key", _folder.PathOf("alice.key.pem"));
        Invocation verified = await VerifyAsync("--level", "replayed");
        Assert.Equal(ExitCode.Ok, verified.ExitCode);
        Invocation shown = await RunAsync("show", Certificate, "--json");
        JsonElement evidence = shown.Json.GetProperty("statement").GetProperty("predicate").GetProperty("evidence");
        Assert.Equal(["probe", "replay"], evidence.EnumerateArray().Select(entry => entry.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task A_study_of_some_other_policy_lifts_nothing()
    {
        _folder.Write("policy/model.safetensors", "weights");
        string probe = _folder.Write("probe.json", """{"kind":"probe","trials":80,"successes":80}""");
        Invocation created = await CreateAsync("--evidence", probe, "--json");
        Assert.Equal("declared", created.Json.GetProperty("level").GetString());
        Assert.Contains("EX215 the report does not say what it is about", created.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_level_without_evidence_is_refused_and_nothing_is_written()
    {
        _folder.Write("policy/model.safetensors", "weights");
        Invocation created = await CreateAsync("--level", "closed_loop");
        Assert.Equal(ExitCode.RefusedToStart, created.ExitCode);
        Assert.Contains("EX212", created.LastErrorLine, StringComparison.Ordinal);
        Assert.False(File.Exists(Certificate));
    }

    [Fact]
    public async Task A_certificate_is_not_replaced_by_accident()
    {
        await PrepareAsync();
        byte[] before = File.ReadAllBytes(Certificate);
        Assert.Equal(ExitCode.RefusedToStart, (await CreateAsync()).ExitCode);
        Assert.Equal(before, File.ReadAllBytes(Certificate));
        Assert.Equal(ExitCode.Ok, (await CreateAsync("--overwrite")).ExitCode);
        Assert.NotEqual(before, File.ReadAllBytes(Certificate));
    }

    [Fact]
    public async Task Two_people_sign_and_the_same_one_only_once()
    {
        await PrepareAsync();
        await RunAsync("keygen", "-o", _folder.PathOf("bob"));
        File.Copy(_folder.PathOf("bob.pub.pem"), Path.Combine(Trust, "bob.pem"));
        File.WriteAllText(Path.Combine(Trust, "trust.json"), """{"interlock": "trust/1", "threshold": 2}""");
        await RunAsync("sign", Certificate, "--key", _folder.PathOf("alice.key.pem"));
        Assert.Equal(ExitCode.RefusedToStart, (await VerifyAsync()).ExitCode);
        await RunAsync("sign", Certificate, "--key", _folder.PathOf("bob.key.pem"));
        Assert.Equal(ExitCode.Ok, (await VerifyAsync()).ExitCode);
    }

    [Fact]
    public async Task A_key_with_a_passphrase_needs_the_passphrase()
    {
        string passphrase = _folder.Write("passphrase", "correct horse\nsecond line\n");
        await RunAsync("keygen", "-o", _folder.PathOf("carol"), "--passphrase-file", passphrase);
        await PrepareAsync(sign: false);
        Invocation without = await RunAsync("sign", Certificate, "--key", _folder.PathOf("carol.key.pem"));
        Assert.Equal(ExitCode.RefusedToStart, without.ExitCode);
        Assert.Contains("EX192", without.LastErrorLine, StringComparison.Ordinal);
        Invocation with = await RunAsync("sign", Certificate, "--key", _folder.PathOf("carol.key.pem"), "--passphrase-file", passphrase);
        Assert.Equal(ExitCode.Ok, with.ExitCode);
    }

    [Fact]
    public async Task A_waiver_is_signed_shown_and_verified_against_its_certificate()
    {
        await PrepareAsync();
        string waiver = _folder.PathOf("goal.waiver.json");
        Invocation waived = await RunAsync(
            "waive", "--certificate", Certificate, "--code", "EX053", "--reason", "recalibrated on site", "--approver", "M. Ruiz",
            "--valid-days", "7", "--key", _folder.PathOf("alice.key.pem"), "-o", waiver);
        Assert.Equal(ExitCode.Ok, waived.ExitCode);
        Invocation verified = await RunAsync("verify", waiver, "--trust", Trust, "--certificate", Certificate);
        Invocation unbound = await RunAsync("verify", waiver, "--trust", Trust);

        Assert.Contains("not compared with a certificate", string.Join(' ', unbound.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, verified.ExitCode);
        Assert.Contains("waived by M. Ruiz until 2026-03-08T12:00:00Z", verified.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal("EX053", (await RunAsync("show", waiver, "--json")).Json.GetProperty("codes")[0].GetString());
    }

    [Fact]
    public async Task What_is_never_waived_is_refused_and_nothing_is_written()
    {
        await PrepareAsync();
        string waiver = _folder.PathOf("goal.waiver.json");
        Invocation waived = await RunAsync(
            "waive", "--certificate", Certificate, "--code", "EX002", "--reason", "in a hurry", "--approver", "nobody",
            "--key", _folder.PathOf("alice.key.pem"), "-o", waiver);
        Assert.Equal(ExitCode.RefusedToStart, waived.ExitCode);
        Assert.Contains("EX002 cannot be waived", waived.LastErrorLine, StringComparison.Ordinal);
        Assert.False(File.Exists(waiver));
    }

    [Theory]
    [InlineData("show")]
    [InlineData("verify")]
    public async Task A_file_that_is_no_certificate_is_refused_in_a_sentence(string verb)
    {
        await PrepareAsync();
        string[] words = verb == "verify" ? [verb, Spec, "--trust", Trust] : [verb, Spec];
        Invocation run = await RunAsync(words);
        Assert.NotEqual(ExitCode.Ok, run.ExitCode);
        Assert.Contains("EX001", run.LastErrorLine, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task PrepareAsync(bool sign = true)
    {
        _folder.Write("policy/model.safetensors", "weights");
        _folder.Write("policy/config.json", "{}");
        await RunAsync("keygen", "-o", _folder.PathOf("alice"));
        Directory.CreateDirectory(Trust);
        File.Copy(_folder.PathOf("alice.pub.pem"), Path.Combine(Trust, "alice.pem"));
        Invocation created = await CreateAsync();
        Assert.True(created.ExitCode == ExitCode.Ok, created.Errors);
        if (sign)
        {
            Invocation signed = await RunAsync("sign", Certificate, "--key", _folder.PathOf("alice.key.pem"));
            Assert.True(signed.ExitCode == ExitCode.Ok, signed.Errors);
        }
    }

    private Task<Invocation> CreateAsync(params string[] arguments) =>
        RunAsync(["create", "--spec", Spec, "--artefacts", Policy, "--valid-days", "90", "-o", Certificate, .. arguments]);

    private Task<Invocation> VerifyAsync(params string[] arguments) =>
        RunAsync(["verify", Certificate, "--trust", Trust, "--artefacts", Policy, .. arguments]);

    private static async Task<Invocation> RunAsync(params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter errors = new();
        VerbHost host = new() { Out = output, Error = errors, Clock = new FixedClock(Issued) };
        int exitCode = await CommandLine.RunAsync(["certify", .. arguments], host);
        return new Invocation(exitCode, output.ToString(), errors.ToString());
    }
}
