using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Interlock.Datasets.Hub;

namespace Interlock.Datasets.Tests.Hub;

/// <summary>
/// The parts of the Hub that the client uses, for the dataset <c>robot/pick</c>: revision, paged tree, resolve with ranges.
/// </summary>
internal sealed class FakeHub : IAsyncDisposable
{
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";
    public const string Reference = "hub:robot/pick";

    private const string Api = "/api/datasets/robot/pick";
    private const string Resolve = $"/datasets/robot/pick/resolve/{Commit}/";

    public FakeHub() => Server = new LoopbackServer(request => Override?.Invoke(request) ?? Respond(request));

    public LoopbackServer Server { get; }

    /// <summary>Path to content; files under data/ are listed as large ones.</summary>
    public Dictionary<string, byte[]> Files { get; } = new()
    {
        ["meta/info.json"] = "{\"fps\": 10}"u8.ToArray(),
        ["data/a b.csv"] = "x\n1\n2\n"u8.ToArray(),
        ["data/big.csv"] = Encoding.UTF8.GetBytes("x\n" + string.Concat(Enumerable.Repeat("0.25\n", 20_000))),
        ["videos/top.mp4"] = [1, 2, 3],
    };

    /// <summary>Answers instead of the ordinary behaviour; null answers pass on.</summary>
    public Func<SeenRequest, Answer?>? Override { get; set; }

    public IEnumerable<string> Downloads =>
        Server.Seen.Select(request => request.Target).Where(target => target.StartsWith(Resolve, StringComparison.Ordinal));

    public HubSettings Settings(string cache) => new()
    {
        CacheFolder = cache,
        Endpoint = Server.Address,
        Attempts = 1,
        RetryDelay = TimeSpan.Zero,
    };

    public static Answer Content(SeenRequest request, byte[] content)
    {
        if (!request.Headers.TryGetValue("range", out string? range))
        {
            return new Answer(200, content);
        }

        int from = int.Parse(range["bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
        return new Answer(206, content[from..], One("Content-Range", $"bytes {from}-{content.Length - 1}/{content.Length}"));
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private Answer Respond(SeenRequest request)
    {
        string target = request.Target;
        if (target == $"{Api}/revision/main" || target == $"{Api}/revision/v3.0")
        {
            return Json(new { sha = Commit });
        }

        if (target.StartsWith($"{Api}/tree/{Commit}/", StringComparison.Ordinal))
        {
            return Tree(target);
        }

        string path = Uri.UnescapeDataString(target).Replace(Resolve, "", StringComparison.Ordinal);
        return Files.TryGetValue(path, out byte[]? content)
            ? Content(request, content)
            : NotFound(target.Contains("/revision/", StringComparison.Ordinal) ? "RevisionNotFound" : "EntryNotFound");
    }

    /// <summary>One entry per page, so that every listing needs the Link header.</summary>
    private Answer Tree(string target)
    {
        string folder = target.Split('?')[0].Split('/')[^1];
        int page = target.Contains("cursor=", StringComparison.Ordinal)
            ? int.Parse(target[(target.IndexOf("cursor=", StringComparison.Ordinal) + 7)..], CultureInfo.InvariantCulture)
            : 0;
        IEnumerable<string> inside = Files.Keys.Where(path => path.StartsWith($"{folder}/", StringComparison.Ordinal));
        string[] paths = [.. inside.Order(StringComparer.Ordinal)];
        if (paths.Length == 0)
        {
            return NotFound("EntryNotFound");
        }

        Dictionary<string, string> headers = page + 1 < paths.Length
            ? One("Link", $"<{new Uri(Server.Address, target.Split("&cursor")[0])}&cursor={page + 1}>; rel=\"next\"")
            : [];
        object[] entries = [new { type = "directory", path = folder, oid = Commit, size = 0 }, Entry(paths[page])];
        return Json(entries) with { Headers = headers };
    }

    private object Entry(string path)
    {
        byte[] content = Files[path];
        string gitHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..40];
        int size = content.Length;
        var lfs = new { oid = Convert.ToHexStringLower(SHA256.HashData(content)), size, pointerSize = 130 };
        return path.StartsWith("data/", StringComparison.Ordinal)
            ? new { type = "file", path, oid = gitHash, size, lfs }
            : new { type = "file", path, oid = gitHash, size };
    }

    private static Dictionary<string, string> One(string name, string value) => new() { [name] = value };

    private static Answer NotFound(string reason) => new(404, [], One("X-Error-Code", reason));

    private static Answer Json(object value) => new(200, JsonSerializer.SerializeToUtf8Bytes(value));
}
