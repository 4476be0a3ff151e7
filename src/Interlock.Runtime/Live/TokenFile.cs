using System.Text;

namespace Interlock.Runtime.Live;

/// <summary>Tokens in a file of lines <c>operator TOKEN</c> and <c>viewer TOKEN</c>.</summary>
internal static class TokenFile
{
    private const int RandomBytes = 16;
    private const int ShortestToken = 16;
    private const int LongestFile = 4096;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static LiveTokens New() => new(RandomToken(), RandomToken());

    public static LiveTokens ReadOrMake(string path)
    {
        try
        {
            return File.Exists(path) ? Read(path) : Make(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw LiveError.Of(LiveCodes.Tokens, path, $"the tokens cannot be read or made: {exception.Message}");
        }
    }

    private static LiveTokens Read(string path)
    {
        if (new FileInfo(path).Length > LongestFile)
        {
            throw Wrong(path, $"longer than {LongestFile} bytes");
        }

        LiveTokens tokens = new();
        foreach (string line in File.ReadAllLines(path).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            tokens = words switch
            {
                ["operator", string token] when IsToken(token) => tokens with { Operator = token },
                ["viewer", string token] when IsToken(token) => tokens with { Viewer = token },
                _ => throw Wrong(path, "a line is neither `operator TOKEN` nor `viewer TOKEN` with a token of 16 or more letters, digits, - or _"),
            };
        }

        return tokens.IsAny && tokens.Operator != tokens.Viewer ? tokens : throw Wrong(path, "no token, or the same for both");
    }

    // Within URLs and header fields as it is.
    private static bool IsToken(string token) => token.Length >= ShortestToken && token.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static LiveTokens Make(string path)
    {
        LiveTokens tokens = New();
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using FileStream file = new(path, options);
        file.Write(Encoding.ASCII.GetBytes($"operator {tokens.Operator}\nviewer {tokens.Viewer}\n"));
        return tokens;
    }

    // Of the operating system; a seeded generator would make tokens that can be guessed.
    private static string RandomToken()
    {
        byte[] bytes = new byte[RandomBytes];
        using FileStream random = File.OpenRead("/dev/urandom");
        random.ReadExactly(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    private static Core.Diagnostics.DiagnosticException Wrong(string path, string why) =>
        LiveError.Of(LiveCodes.Tokens, path, $"this is no file of tokens: {why}", "remove it and new ones are made");
}
