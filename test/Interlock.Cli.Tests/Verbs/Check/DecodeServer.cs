using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Interlock.Cli.Tests.Verbs.Check;

/// <summary>A decode end-point on the loopback interface that answers what a test wants.</summary>
internal sealed class DecodeServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    public DecodeServer(Func<string, (int Status, string Body)> answer)
    {
        using (TcpListener free = new(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/decode/";
        }

        _listener.Prefixes.Add(Address);
        _listener.Start();
        _serving = Task.Run(() => ServeAsync(answer));
    }

    public string Address { get; }

    public void Dispose()
    {
        _listener.Stop();
        _serving.GetAwaiter().GetResult();
        _listener.Close();
    }

    private async Task ServeAsync(Func<string, (int Status, string Body)> answer)
    {
        try
        {
            while (true)
            {
                HttpListenerContext context = await _listener.GetContextAsync();
                using StreamReader reader = new(context.Request.InputStream);
                (int status, string body) = answer(await reader.ReadToEndAsync());
                context.Response.StatusCode = status;
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
                context.Response.Close();
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or InvalidOperationException)
        {
            // The test is over.
        }
    }
}
