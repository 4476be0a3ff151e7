namespace Interlock.Cli.Tests.Verbs.Check;

/// <summary>A certificate for one key of the published numbers, made with the verbs that a user would use.</summary>
internal sealed class CertifiedGoal : IDisposable
{
    public static readonly string[] Scale = ["--translation-m", "0.05", "--rotation-rad", "0.5", "--rate-hz", "20"];

    private readonly TemporaryFolder _folder = new();

    private CertifiedGoal() => Statistics = _folder.Write("dataset_statistics.json", LiberoStatistics.Json);

    public string Statistics { get; }

    public string Spec => PathOf("goal.execspec.json");

    public string Certificate => PathOf("goal.cert.json");

    public string Trust => PathOf("trust");

    public string Key => PathOf("owner.key.pem");

    public static async Task<CertifiedGoal> MakeAsync()
    {
        CertifiedGoal made = new();
        await Run(["spec", "import", made.Statistics, "--key", "libero_goal", "-o", made.Spec, .. Scale]);
        await Run("certify", "keygen", "-o", made.PathOf("owner"));
        Directory.CreateDirectory(made.Trust);
        File.Copy(made.PathOf("owner.pub.pem"), Path.Combine(made.Trust, "owner.pub.pem"));
        await Run("certify", "create", "--spec", made.Spec, "-o", made.Certificate);
        await Run("certify", "sign", made.Certificate, "--key", made.Key);
        return made;
    }

    public string PathOf(string name) => _folder.PathOf(name);

    public Task<Invocation> CheckAsync(string key, params string[] more) =>
        Invocation.RunAsync(["check", Statistics, "--key", key, "--against", Certificate, .. more]);

    public void Dispose() => _folder.Dispose();

    private static async Task Run(params string[] arguments)
    {
        Invocation run = await Invocation.RunAsync(arguments);
        Assert.True(run.ExitCode == ExitCode.Ok, run.Errors);
    }
}
